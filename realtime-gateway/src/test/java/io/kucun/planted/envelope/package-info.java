/** Breaks the rules for the package of this name. */
@NullMarked
package io.kucun.planted.envelope;

import org.jspecify.annotations.NullMarked;
