/** Breaks a rule on purpose. */
@NullMarked
package io.kucun.local.planted.replay;

import org.jspecify.annotations.NullMarked;
