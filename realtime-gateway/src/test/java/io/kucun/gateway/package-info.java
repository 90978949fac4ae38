/** Tests of the gateway put together, and of the rules that hold for all of it. */
@NullMarked
package io.kucun.gateway;

import org.jspecify.annotations.NullMarked;
