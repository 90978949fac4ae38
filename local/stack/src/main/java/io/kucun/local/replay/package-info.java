/**
 * Real invoices, driven through the running system as a warehouse would, and an account of whether
 * everything that was acknowledged is where it must be.
 *
 * <p>Invariant: no line is dropped silently: each is done, skipped for a named reason, or a
 * failure. Driving uses the public API only; PostgreSQL and Redis are read, for the checks, and
 * never written.
 *
 * <p>Threading: the file is read on one thread; steps of one order follow each other, up to a fixed
 * number of orders are in flight. May import {@code client}.
 */
@NullMarked
package io.kucun.local.replay;

import org.jspecify.annotations.NullMarked;
