/** Breaks the rules for the package of this name. */
@NullMarked
package io.kucun.planted.source;

import org.jspecify.annotations.NullMarked;
