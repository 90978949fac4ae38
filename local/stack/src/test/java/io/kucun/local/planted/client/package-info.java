/** Breaks the rules on purpose. */
@NullMarked
package io.kucun.local.planted.client;

import org.jspecify.annotations.NullMarked;
