/** Tests of the package of the same name. */
@NullMarked
package io.kucun.gateway.protocol;

import org.jspecify.annotations.NullMarked;
