/** Breaks a rule on purpose. */
@NullMarked
package io.kucun.local.planted.demo;

import org.jspecify.annotations.NullMarked;
