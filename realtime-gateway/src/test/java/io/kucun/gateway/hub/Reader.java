package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A client that checks what it is given against everything that was published: after its position,
 * exactly the next event that it may read, unless it was told that some may be missing.
 */
final class Reader implements Member {

  private final Hub hub;
  private final List<Envelope> published;
  private final @Nullable String key;
  private final @Nullable String owner;
  private final Random random;
  private final double loses;
  private @Nullable Position position;
  private boolean connected;
  int recovered;
  int notRecovered;
  int frames;

  Reader(
      Hub hub,
      List<Envelope> published,
      @Nullable String key,
      @Nullable String owner,
      Random random,
      double loses) {
    this.hub = hub;
    this.published = published;
    this.key = key;
    this.owner = owner;
    this.random = random;
    this.loses = loses;
  }

  void toggle() {
    if (connected) {
      hub.leave(this);
    } else {
      hub.join(this);
      Subscription wanted = new Subscription(new Target("a", key), owner, position);
      hub.subscribe(this, List.of(wanted), outcomes -> answered(outcomes.getFirst()));
    }
    connected = !connected;
  }

  private void answered(Outcome outcome) {
    if (Boolean.TRUE.equals(outcome.recovered())) {
      recovered++;
      check(outcome.at(), position);
    } else if (position != null) {
      notRecovered++;
    }
    position = outcome.at();
  }

  @Override
  public void deliver(String text) {
    if (random.nextDouble() < loses) {
      return;
    }
    frames++;
    Position given = Position.parse(text);
    check(given, next());
    position = given;
  }

  @Override
  public void resync(String channel, Position at) {
    position = at;
  }

  @Override
  public void degraded(boolean on) {}

  /** Nothing that was published is still owed. */
  void checkComplete() {
    if (connected) {
      check(null, next());
    }
  }

  private @Nullable Position next() {
    for (Envelope event : published) {
      Position p = event.position();
      if (p != null && isAfterMine(p) && matches(event)) {
        return p;
      }
    }
    return null;
  }

  private boolean isAfterMine(Position p) {
    return position != null && p.sameEpoch(position) && p.offset() > position.offset();
  }

  private boolean matches(Envelope event) {
    return (key == null || key.equals(event.key()))
        && (owner == null || owner.equals(event.owner()));
  }

  private void check(@Nullable Position given, @Nullable Position expected) {
    if (!Objects.equals(given, expected)) {
      throw new IllegalStateException("given " + given + ", expected " + expected);
    }
  }
}
