/** Breaks the rules for the package of this name. */
@NullMarked
package io.kucun.planted.session.wire;

import org.jspecify.annotations.NullMarked;
