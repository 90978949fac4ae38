/**
 * HTTP conventions that every resource shares: problems, strict query parameters, paging,
 * conditional requests, the calling user and the request id.
 *
 * <p>Invariant: every answer of 400 and above is a problem (RFC 9457) with a stable {@code code},
 * in the caller's language, and no exception text ever leaves. A resource finishes what it has
 * begun when the client hangs up: it is marked {@code @Cancellable(false)}, because a cancelled
 * session loses its transaction half-way. Everything here is stateless or request-scoped. Imports
 * no other package of the service.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.web;
