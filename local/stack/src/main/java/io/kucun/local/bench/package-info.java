/**
 * The benches: what a cached read costs, beside the same read in Node and a static file from nginx;
 * how long an event is on its way, and how fast many are carried. The servers, the load, the
 * account of both.
 *
 * <p>Invariant: every answer is checked; a measurement with a wrong one, or with more than a
 * thousandth that are no hits, does not count, and ends the bench when it happens again. Figures of
 * one run are compared with each other only, and all contestants take turns within it. A commit is
 * timed by PostgreSQL and an arrival by this process, on the one clock of this machine.
 *
 * <p>Threading: one thread makes the load of a read; the servers are processes of their own and end
 * with this one. May import {@code rig}, {@code servers}, {@code stack}, {@code issuer} and {@code
 * client}.
 */
@NullMarked
package io.kucun.local.bench;

import org.jspecify.annotations.NullMarked;
