package io.kucun.gateway.session.entry;

import io.kucun.gateway.access.Identity;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that open one socket each, soon, for the user and the web origin they were issued to.
 * Only their hash is kept, so that whoever reads the store cannot use them.
 */
public final class Tickets {

  /**
   * A fresh ticket.
   *
   * @param ticket known to its bearer only
   */
  record Issued(String ticket, Instant expiresAt) {
    @Override
    public String toString() {
      return "Issued[" + expiresAt + "]";
    }
  }

  private static final Duration VALID = Duration.ofSeconds(30);
  private static final int RANDOM_BYTES = 32;

  private final TicketStore store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Tickets(TicketStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Uni<Issued> issue(Identity identity, @Nullable String origin) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Issued issued = new Issued(ticket, clock.instant().plus(VALID));
    return store
        .put(hash(ticket), new TicketContent(identity, origin).toJson(), VALID)
        .onFailure()
        .transform(e -> new RefusedException(Refusal.TICKETS_UNAVAILABLE))
        .replaceWith(issued);
  }

  /** Whom the ticket stands for. It is used up, whatever the outcome. */
  Uni<Identity> redeem(String ticket, @Nullable String origin) {
    return store
        .take(hash(ticket))
        .onFailure()
        .transform(e -> new RefusedException(Refusal.TICKETS_UNAVAILABLE))
        .map(kept -> checked(kept, origin));
  }

  private Identity checked(Optional<String> kept, @Nullable String origin) {
    TicketContent content =
        kept.map(TicketContent::parse)
            .orElseThrow(() -> new RefusedException(Refusal.INVALID_TICKET));
    if (!Objects.equals(content.origin(), origin)) {
      throw new RefusedException(Refusal.TICKET_ORIGIN_MISMATCH);
    }
    if (content.identity().isExpiredAt(clock.instant())) {
      throw new RefusedException(Refusal.INVALID_TICKET);
    }
    return content.identity();
  }

  static String hash(String ticket) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(ticket.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
