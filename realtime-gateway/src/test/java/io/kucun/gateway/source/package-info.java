/** Tests of the package of the same name. */
@NullMarked
package io.kucun.gateway.source;

import org.jspecify.annotations.NullMarked;
