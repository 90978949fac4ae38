/** Breaks a rule on purpose. */
@NullMarked
package io.kucun.local.planted.stack;

import org.jspecify.annotations.NullMarked;
