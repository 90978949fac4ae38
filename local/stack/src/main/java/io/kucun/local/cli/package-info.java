/**
 * The commands of {@code ./kucun}: what they read, print and answer with.
 *
 * <p>Invariant: trouble that the user can do something about is one readable line and a non-zero
 * exit code; a stack trace is a bug of ours. Nothing imports this package; it may import all
 * others.
 *
 * <p>Threading: a command runs on the main thread; the shutdown hook of {@code up} stops the system
 * on another.
 */
@NullMarked
package io.kucun.local.cli;

import org.jspecify.annotations.NullMarked;
