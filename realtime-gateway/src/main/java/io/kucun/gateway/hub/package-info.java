/**
 * Channels, who listens to them, and their recent past.
 *
 * <p>Invariant: a member gets the events of a channel that it may read in the channel's order, each
 * once; told {@code recovered}, it gets exactly what it missed first. A member that does not take
 * what comes is not queued for: its place in the channel's log is kept, and it is brought forward
 * from there, or told that the log has moved on. What is older than the log is put back in front of
 * it from an {@link io.kucun.gateway.hub.Archive}, once for all who need it.
 *
 * <p>Threading: plain Java without locks. One {@link io.kucun.gateway.hub.Hub} belongs to one
 * thread (the caller's choice); only {@link io.kucun.gateway.hub.HubCounters} may be read by
 * others. Imports {@code envelope}; no CDI, no Redis, no Quarkus.
 */
@NullMarked
package io.kucun.gateway.hub;

import org.jspecify.annotations.NullMarked;
