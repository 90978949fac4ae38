/** Tests of this package. */
@NullMarked
package io.kucun.local.client;

import org.jspecify.annotations.NullMarked;
