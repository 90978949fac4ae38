/** Tests of this package. */
@NullMarked
package io.kucun.local.cli;

import org.jspecify.annotations.NullMarked;
