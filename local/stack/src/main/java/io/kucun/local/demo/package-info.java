/**
 * The goods of an invented wholesaler, put into an empty system over its public API.
 *
 * <p>Invariant: a system that has any product is left alone. Runs on one thread. May import {@code
 * client}.
 */
@NullMarked
package io.kucun.local.demo;

import org.jspecify.annotations.NullMarked;
