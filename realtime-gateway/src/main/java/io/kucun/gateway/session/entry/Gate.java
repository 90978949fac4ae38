package io.kucun.gateway.session.entry;

import io.kucun.gateway.access.Identity;
import io.kucun.gateway.session.limits.ConnectionLimits;
import io.kucun.gateway.session.limits.Lease;
import io.kucun.gateway.session.limits.Limit;
import io.kucun.gateway.session.limits.TokenBucket;
import io.kucun.gateway.session.limits.TrustedProxies;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Decides who may come in. What it does not let in fails with {@link RefusedException}. */
public final class Gate {

  private final Origins origins;
  private final TrustedProxies proxies;
  private final TokenVerifier tokens;
  private final Tickets tickets;
  private final Revocations revocations;
  private final ConnectionLimits limits;
  private final TokenBucket handshakes;
  private final TokenBucket ticketRequests;
  private volatile boolean draining;

  Gate(
      Origins origins,
      TrustedProxies proxies,
      TokenVerifier tokens,
      Tickets tickets,
      Revocations revocations,
      ConnectionLimits limits,
      TokenBucket handshakes,
      TokenBucket ticketRequests) {
    this.origins = origins;
    this.proxies = proxies;
    this.tokens = tokens;
    this.tickets = tickets;
    this.revocations = revocations;
    this.limits = limits;
    this.handshakes = handshakes;
    this.ticketRequests = ticketRequests;
  }

  /** Lets nobody in any more. */
  public void drain() {
    draining = true;
  }

  public boolean isDraining() {
    return draining;
  }

  void checkOrigin(Visit visit) {
    if (!origins.allows(visit.origin())) {
      throw new RefusedException(Refusal.ORIGIN_FORBIDDEN);
    }
  }

  /** A ticket for the bearer, under the limits that its use will meet. */
  Uni<Tickets.Issued> ticket(Visit visit, Credential.Bearer bearer) {
    checkRate(ticketRequests);
    return tokens
        .verify(bearer.token())
        .invoke(this::refuseRevoked)
        .invoke(identity -> refuseAt(limits.reached(identity.subject(), address(visit))))
        .chain(identity -> tickets.issue(identity, visit.origin()));
  }

  Uni<Admission> admit(Visit visit, Credential credential) {
    checkRate(handshakes);
    Uni<Identity> identity =
        switch (credential) {
          case Credential.Bearer(String token) -> tokens.verify(token);
          case Credential.Ticket(String ticket) -> tickets.redeem(ticket, visit.origin());
        };
    return identity.invoke(this::refuseRevoked).map(who -> countIn(who, address(visit)));
  }

  /** The bearer, if it has this role; at the rate of tickets. */
  Uni<Identity> identify(Credential.Bearer bearer, String role) {
    checkRate(ticketRequests);
    return tokens
        .verify(bearer.token())
        .invoke(this::refuseRevoked)
        .invoke(identity -> {
          if (!identity.roles().contains(role)) {
            throw new RefusedException(Refusal.FORBIDDEN);
          }
        });
  }

  private void refuseRevoked(Identity identity) {
    if (revocations.cover(identity)) {
      throw new RefusedException(Refusal.TOKEN_REVOKED);
    }
  }

  private Admission countIn(Identity identity, String address) {
    Lease lease = new Lease(identity.subject(), address);
    refuseAt(limits.take(lease));
    return new Admission(identity, lease);
  }

  private void checkRate(TokenBucket bucket) {
    if (draining) {
      throw new RefusedException(Refusal.DRAINING);
    }
    if (!bucket.tryTake()) {
      throw new RefusedException(Refusal.TOO_MANY_HANDSHAKES);
    }
  }

  private String address(Visit visit) {
    return proxies.client(visit.peer(), visit.forwardedFor());
  }

  private static void refuseAt(@Nullable Limit reached) {
    if (reached != null) {
      throw new RefusedException(
          switch (reached) {
            case NODE -> Refusal.TOO_MANY_CONNECTIONS;
            case USER -> Refusal.TOO_MANY_CONNECTIONS_OF_USER;
            case ADDRESS -> Refusal.TOO_MANY_CONNECTIONS_OF_ADDRESS;
          });
    }
  }
}
