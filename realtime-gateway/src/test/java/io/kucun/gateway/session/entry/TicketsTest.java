package io.kucun.gateway.session.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.gateway.access.Identity;
import io.kucun.gateway.protocol.Samples;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A ticket")
class TicketsTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Identity ANN =
      new Identity(
          "sub-1", "安 \"ann\"", Set.of("sales", "x,y"), NOW.minusSeconds(5), NOW.plusSeconds(60));

  private final Map<String, String> kept = new HashMap<>();
  private final Tickets tickets = new Tickets(new MapStore(), Clock.fixed(NOW, ZoneOffset.UTC));

  private final class MapStore implements TicketStore {
    @Override
    public Uni<Void> put(String name, String value, Duration keptFor) {
      kept.put(name, value);
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<String>> take(String name) {
      return Uni.createFrom().item(Optional.ofNullable(kept.remove(name)));
    }
  }

  /** A store that is out of reach. */
  private static final class NoStore implements TicketStore {
    @Override
    public Uni<Void> put(String name, String value, Duration keptFor) {
      return Uni.createFrom().failure(new IllegalStateException());
    }

    @Override
    public Uni<Optional<String>> take(String name) {
      return Uni.createFrom().failure(new IllegalStateException());
    }
  }

  private static void assertRefused(Uni<?> uni, Refusal refusal) {
    assertThatThrownBy(() -> uni.await().indefinitely())
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  @Test
  @DisplayName("gives back the identity it was issued for, once")
  void once() {
    Tickets.Issued issued = tickets.issue(ANN, "https://shop.test").await().indefinitely();
    assertThat(issued.expiresAt()).isEqualTo(NOW.plusSeconds(30));
    Uni<Identity> redeemed = tickets.redeem(issued.ticket(), "https://shop.test");
    assertThat(redeemed.await().indefinitely()).isEqualTo(ANN);
    assertRefused(tickets.redeem(issued.ticket(), "https://shop.test"), Refusal.INVALID_TICKET);
  }

  @Test
  @DisplayName("is kept as a hash, and never printed")
  void secret() {
    Tickets.Issued issued = tickets.issue(ANN, null).await().indefinitely();
    assertThat(kept.keySet()).containsExactly(Tickets.hash(issued.ticket()));
    assertThat(kept.toString()).doesNotContain(issued.ticket());
    assertThat(issued.toString()).doesNotContain(issued.ticket());
    assertThat(new Credential.Ticket(issued.ticket()).toString()).doesNotContain(issued.ticket());
    assertThat(Tickets.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  @DisplayName("may hold fields of a later version, and nothing malformed")
  void content() {
    String known = new TicketContent(ANN, null).toJson();
    String later = "{\"new\":{\"roles\":[1]},\"more\":7," + known.substring(1);
    assertThat(TicketContent.parse(later).identity()).isEqualTo(ANN);
    for (String bad : List.of("", "[]", "{\"roles\":null}", "{\"roles\":[null]}", "{\"roles\":[")) {
      assertThatThrownBy(() -> TicketContent.parse(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @DisplayName("does not outlive the token behind it")
  void tokenExpired() {
    Identity expired = new Identity("sub-1", "ann", Set.of(), NOW.minusSeconds(60), NOW);
    Tickets.Issued issued = tickets.issue(expired, null).await().indefinitely();
    assertRefused(tickets.redeem(issued.ticket(), null), Refusal.INVALID_TICKET);
  }

  @Test
  @DisplayName("is unavailable, not invalid, while the store is out of reach")
  void unavailable() {
    Tickets without = new Tickets(new NoStore(), Clock.systemUTC());
    assertRefused(without.issue(ANN, null), Refusal.TICKETS_UNAVAILABLE);
    assertRefused(without.redeem("x", null), Refusal.TICKETS_UNAVAILABLE);
  }

  @Test
  @DisplayName("is asked for by exact origins only")
  void origins() {
    Origins origins = Origins.parse(List.of("https://shop.test", " http://localhost:8080 "));
    assertThat(origins.allows(null)).isTrue();
    assertThat(origins.allows("https://shop.test")).isTrue();
    assertThat(origins.allows("http://localhost:8080")).isTrue();
    for (String other :
        List.of(
            "",
            "null",
            "https://SHOP.test",
            "https://shop.test/",
            "http://shop.test",
            "https://a.shop.test")) {
      assertThat(origins.allows(other)).as(other).isFalse();
    }
  }

  @ParameterizedTest
  @DisplayName("is not for origins that are no exact ones")
  @ValueSource(
      strings = {
        "*",
        "null",
        "",
        "https://",
        "https://shop.test/",
        "https://shop.test/a",
        "shop.test",
        "https://*.shop.test",
        "ftp://shop.test",
        "https://user@shop.test",
        "https://shop.test?x",
        "https://Shop.test",
        "https://shop.test:0",
        "https://shop.test:"
      })
  void malformedOrigins(String origin) {
    assertThatThrownBy(() -> Origins.parse(List.of(origin)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("is refused with a body that the sample shows")
  void problem() {
    assertThat(Problem.body(Refusal.ORIGIN_FORBIDDEN))
        .isEqualTo(Samples.read("problem-origin-forbidden"));
  }
}
