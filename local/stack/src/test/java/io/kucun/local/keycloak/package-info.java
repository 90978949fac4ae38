/** Tests of this package. */
@NullMarked
package io.kucun.local.keycloak;

import org.jspecify.annotations.NullMarked;
