package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lease of a relay whose step failed")
class LeaseTest extends OnOneLog {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Asks only when it has to: what happens within a renewal can take its time. */
  private HandRelay relayOfLongRenewal() {
    return relay(new Pace(10_000, Duration.ofDays(1), Duration.ofDays(1)), Scripts.packaged());
  }

  private static Optional<Hold> hold(HandRelay relay) {
    return relay.lease.hold().await().atMost(LIMIT);
  }

  private static OffsetDateTime endsAt() {
    return database
        .run("SELECT expires_at FROM event_relay_lease")
        .iterator()
        .next()
        .getOffsetDateTime(0);
  }

  @Test
  @DisplayName("is kept, but not renewed before a step succeeds")
  void notRenewed() {
    HandRelay relay = relayOfLongRenewal();
    relay.step();
    database.run("UPDATE event_relay_lease SET expires_at = now() + interval '1 hour'");
    OffsetDateTime end = endsAt();
    relay.carrier.doubt();
    assertThat(hold(relay)).isPresent();
    assertThat(endsAt()).isEqualTo(end);
    relay.step();
    relay.step();
    assertThat(endsAt()).isBefore(end);
  }

  @Test
  @DisplayName("is left to another when it ends, for as long as another takes to ask")
  void leftToAnother() {
    HandRelay failing = relayOfLongRenewal();
    HandRelay other = relayOfLongRenewal();
    failing.step();
    failing.carrier.doubt();
    database.run("UPDATE event_relay_lease SET expires_at = now() - interval '1 second'");
    assertThat(hold(failing)).isEmpty();
    assertThat(hold(other)).isPresent();
  }

  @Test
  @DisplayName("is taken again if nobody else does")
  void takenAgain() {
    HandRelay failing = relayOfLongRenewal();
    failing.step();
    failing.carrier.doubt();
    endLease();
    assertThat(hold(failing)).isPresent();
  }
}
