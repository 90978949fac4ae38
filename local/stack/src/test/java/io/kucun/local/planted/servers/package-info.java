/** Breaks a rule on purpose. */
@NullMarked
package io.kucun.local.planted.servers;

import org.jspecify.annotations.NullMarked;
