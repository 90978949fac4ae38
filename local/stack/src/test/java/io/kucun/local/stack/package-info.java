/** Tests of this package. */
@NullMarked
package io.kucun.local.stack;

import org.jspecify.annotations.NullMarked;
