/**
 * The gateway put together: the check of its environment, its wiring, start and stop, health and
 * metrics.
 *
 * <p>Invariant: nothing starts with a configuration that is incomplete or malformed. May import
 * every package of the gateway; none of them imports this one.
 */
@NullMarked
package io.kucun.gateway;

import org.jspecify.annotations.NullMarked;
