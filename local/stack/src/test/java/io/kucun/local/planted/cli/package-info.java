/** What the planted violation must not import. */
@NullMarked
package io.kucun.local.planted.cli;

import org.jspecify.annotations.NullMarked;
