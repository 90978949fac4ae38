/**
 * The links to Redis: a few long-lived, pipelined connections that reconnect by themselves, each on
 * an event loop of its own as far as there are enough, so that a command and its answer stay on the
 * loop of who sends it.
 *
 * <p>Invariant: a command goes to a connection whose server is known by its {@code run_id}, or
 * fails at once; nothing waits for Redis to come back. Thread-safe. Lives from start to shutdown.
 * Imports no other package of the service.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.redis;
