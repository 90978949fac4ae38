/**
 * Whether the event log loses nothing between a commit and Redis: real replicas of the API, writers
 * that know what became of each write, and faults. What a subscriber heard, what lies in Redis and
 * what stands in PostgreSQL is compared by a checker.
 *
 * <p>Invariant: the checker judges recorded evidence only, so that it can be tried on evidence that
 * was tampered with. Imports {@code rig} and the client's JSON.
 */
@NullMarked
package io.kucun.local.delivery;

import org.jspecify.annotations.NullMarked;
