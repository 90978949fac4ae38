/** Breaks a rule on purpose. */
@NullMarked
package io.kucun.local.planted.bench;

import org.jspecify.annotations.NullMarked;
