/** Breaks the rules for the package of this name. */
@NullMarked
package io.kucun.planted.protocol;

import org.jspecify.annotations.NullMarked;
