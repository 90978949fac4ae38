/** Breaks a rule on purpose. */
@NullMarked
package io.kucun.local.planted.issuer;

import org.jspecify.annotations.NullMarked;
