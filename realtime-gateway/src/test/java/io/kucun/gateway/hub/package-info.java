/** Tests of the package of the same name. */
@NullMarked
package io.kucun.gateway.hub;

import org.jspecify.annotations.NullMarked;
