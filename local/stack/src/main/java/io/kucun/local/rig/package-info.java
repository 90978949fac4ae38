/**
 * Some processes of the API on servers of their own, and what can be done to them: proxies before
 * Redis and PostgreSQL, a Redis and a PostgreSQL that hang and die, threads that send requests.
 *
 * <p>Invariant: nothing in the product knows of it; every fault comes from outside the process.
 * What one rig starts ends with it. Imports {@code servers}, {@code issuer} and the client's JSON.
 */
@NullMarked
package io.kucun.local.rig;

import org.jspecify.annotations.NullMarked;
