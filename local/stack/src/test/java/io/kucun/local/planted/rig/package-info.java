/** Breaks a rule on purpose. */
@NullMarked
package io.kucun.local.planted.rig;

import org.jspecify.annotations.NullMarked;
