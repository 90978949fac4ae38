/** Tests of the package of the same name. */
@NullMarked
package io.kucun.gateway.envelope;

import org.jspecify.annotations.NullMarked;
