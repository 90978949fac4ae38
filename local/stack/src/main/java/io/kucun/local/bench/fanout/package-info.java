/**
 * The bench of the gateway's fan-out: what a delivery costs and how long it takes, beside the
 * replaced server in Node and a floor in C; what clients cost that are idle, stalled, or come and
 * go.
 *
 * <p>Invariant: every client checks that it gets every message once and in order; figures count
 * only with the number of those that were lost, which is 0 or a fault. All contestants take turns
 * within one run, on one Redis, each on a channel of its own, with the same messages.
 *
 * <p>Threading: one thread reads for all clients of a fleet; the caller publishes. What a client
 * read is known to others through its fleet only. Imports {@code bench}, {@code issuer}, {@code
 * stack}, {@code servers} and {@code rig}.
 */
@NullMarked
package io.kucun.local.bench.fanout;

import org.jspecify.annotations.NullMarked;
