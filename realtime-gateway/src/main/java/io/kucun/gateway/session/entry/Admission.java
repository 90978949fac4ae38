package io.kucun.gateway.session.entry;

import io.kucun.gateway.access.Identity;
import io.kucun.gateway.session.limits.Lease;

/** A client that may open a socket, counted in. */
public record Admission(Identity identity, Lease lease) {}
