/**
 * Events from Redis into the hub: subscribes, notices loss by offset, fills it once from the
 * channel's log, or has the hub tell its members to resync.
 *
 * <p>Invariant: what the hub is given follows its head; no event that Redis still has is skipped.
 *
 * <p>Threading: everything runs on the hub's thread. The link has its own connection, because a
 * command that waits on it could be answered by a pushed message. Imports {@code hub} and {@code
 * envelope}.
 */
@NullMarked
package io.kucun.gateway.source;

import org.jspecify.annotations.NullMarked;
