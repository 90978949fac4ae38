/**
 * The whole system on this machine: what runs where, starting it, watching it, stopping it.
 *
 * <p>Invariant: a process is recorded in the state directory before anything waits for it, so that
 * whatever happens to the launcher, the next start or stop finds it. A file lock, gone with its
 * holder however that ends, keeps a second launcher out.
 *
 * <p>Threading: parts start on several threads; {@link io.kucun.local.stack.Children} is the one
 * object they share. May import {@code servers} and {@code keycloak}.
 */
@NullMarked
package io.kucun.local.stack;

import org.jspecify.annotations.NullMarked;
