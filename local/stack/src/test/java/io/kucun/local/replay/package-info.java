/** Tests of this package. */
@NullMarked
package io.kucun.local.replay;

import org.jspecify.annotations.NullMarked;
