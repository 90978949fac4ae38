/**
 * The packaged services with real PostgreSQL, Redis and Keycloak, started by the launcher as a user
 * would. The classes share one system, in the order of their {@code @Order}; the last ones kill and
 * stop it.
 */
@NullMarked
package io.kucun.local.endtoend;

import org.jspecify.annotations.NullMarked;
