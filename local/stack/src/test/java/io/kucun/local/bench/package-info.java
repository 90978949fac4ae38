/** Tests of the bench's own parts; its servers are started by hand only. */
@NullMarked
package io.kucun.local.bench;

import org.jspecify.annotations.NullMarked;
