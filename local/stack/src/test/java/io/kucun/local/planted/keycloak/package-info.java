/** Breaks a rule on purpose. */
@NullMarked
package io.kucun.local.planted.keycloak;

import org.jspecify.annotations.NullMarked;
