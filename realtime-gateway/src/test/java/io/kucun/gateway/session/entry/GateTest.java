package io.kucun.gateway.session.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.gateway.access.Identity;
import io.kucun.gateway.session.limits.ConnectionLimits;
import io.kucun.gateway.session.limits.TokenBucket;
import io.kucun.gateway.session.limits.TrustedProxies;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The gate")
class GateTest {

  private static final Visit VISIT = new Visit("192.0.2.1", List.of(), null);
  private static final Credential.Bearer ANN = new Credential.Bearer("ann");

  private final ConnectionLimits limits =
      new ConnectionLimits(2, 10, 10, Duration.ofSeconds(10), () -> 0);
  private final Revocations revocations = new Revocations(10, Instant::now);
  private final Gate gate =
      new Gate(
          Origins.parse(List.of("https://shop.test")),
          TrustedProxies.parse(List.of()),
          GateTest::verify,
          new Tickets(new Store(), Clock.systemUTC()),
          revocations,
          limits,
          new TokenBucket(3, 3, () -> 0),
          new TokenBucket(2, 2, () -> 0));

  /** Keeps nothing. */
  private static final class Store implements TicketStore {
    @Override
    public Uni<Void> put(String name, String value, Duration keptFor) {
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<String>> take(String name) {
      return Uni.createFrom().item(Optional.empty());
    }
  }

  @Test
  @DisplayName("takes no token from before its bearer was disconnected, for anything")
  void revoked() {
    revocations.revoke("ann");
    assertRefused(Refusal.TOKEN_REVOKED, () -> gate.admit(VISIT, ANN));
    assertRefused(Refusal.TOKEN_REVOKED, () -> gate.ticket(VISIT, ANN));
    assertRefused(Refusal.TOKEN_REVOKED, () -> gate.identify(ANN, "admin"));
    assertThat(limits.total()).isZero();
    gate.admit(VISIT, new Credential.Bearer("bob")).await().indefinitely();
  }

  private static Uni<Identity> verify(String token) {
    return token.equals("bad")
        ? Uni.createFrom().failure(new RefusedException(Refusal.INVALID_TOKEN))
        : Uni.createFrom()
            .item(
                new Identity(
                    token, token, Set.of(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
  }

  private static void assertRefused(Refusal refusal, Supplier<Uni<?>> attempt) {
    assertThatThrownBy(() -> attempt.get().await().indefinitely())
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  @Test
  @DisplayName("lets in so many a second, and counts in only whom it lets in")
  void rate() {
    assertRefused(Refusal.INVALID_TOKEN, () -> gate.admit(VISIT, new Credential.Bearer("bad")));
    assertRefused(
        Refusal.INVALID_TICKET, () -> gate.admit(VISIT, new Credential.Ticket("unknown")));
    assertThat(limits.total()).isZero();
    Admission admitted = gate.admit(VISIT, ANN).await().indefinitely();
    assertThat(admitted.identity().subject()).isEqualTo("ann");
    assertThat(limits.total()).isEqualTo(1);
    assertRefused(Refusal.TOO_MANY_HANDSHAKES, () -> gate.admit(VISIT, ANN));
  }

  @Test
  @DisplayName("counts tickets by themselves, and gives none that could not be used")
  void tickets() {
    assertThat(gate.ticket(VISIT, ANN).await().indefinitely().ticket()).hasSize(43);
    gate.admit(VISIT, ANN).await().indefinitely();
    gate.admit(VISIT, ANN).await().indefinitely();
    assertRefused(Refusal.TOO_MANY_CONNECTIONS, () -> gate.ticket(VISIT, ANN));
    assertRefused(Refusal.TOO_MANY_HANDSHAKES, () -> gate.ticket(VISIT, ANN));
    assertRefused(Refusal.TOO_MANY_CONNECTIONS, () -> gate.admit(VISIT, ANN));
  }

  @Test
  @DisplayName("is closed to all while draining")
  void draining() {
    assertThat(gate.isDraining()).isFalse();
    gate.drain();
    assertThat(gate.isDraining()).isTrue();
    assertRefused(Refusal.DRAINING, () -> gate.admit(VISIT, ANN));
    assertRefused(Refusal.DRAINING, () -> gate.ticket(VISIT, ANN));
  }
}
