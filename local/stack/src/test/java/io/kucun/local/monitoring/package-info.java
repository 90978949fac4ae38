/**
 * Dashboards and alerts: each of their queries asks for metrics that the services expose, and each
 * alert fires when it should and else does not.
 *
 * <p>Invariant: what the services expose is told by {@code docs/metrics.md}, which their own tests
 * compare with them.
 */
@NullMarked
package io.kucun.local.monitoring;

import org.jspecify.annotations.NullMarked;
