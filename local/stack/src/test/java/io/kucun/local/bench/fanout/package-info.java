/** What the bench of the fan-out computes. */
@NullMarked
package io.kucun.local.bench.fanout;

import org.jspecify.annotations.NullMarked;
