/**
 * Whether the read cache keeps its promise on real processes: three replicas of the API, writers
 * and readers on all of them, and faults; every read and every acknowledged write is recorded with
 * one clock, and a checker looks for a read that is older than a write acknowledged before it
 * began.
 *
 * <p>Invariant: what is recorded errs on the side of the product, never of the test: a read begins
 * before its first byte is sent, a write is acknowledged after its last byte was read. Imports
 * {@code rig} and the client's JSON.
 */
@NullMarked
package io.kucun.local.history;

import org.jspecify.annotations.NullMarked;
