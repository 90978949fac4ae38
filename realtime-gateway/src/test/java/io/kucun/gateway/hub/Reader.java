package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A client that checks what it is given against everything that was published: after its position,
 * exactly the next event that it may read, unless it was told that some may be missing. It stalls
 * and goes on when the test says so.
 */
final class Reader implements Member {

  private final Hub hub;
  private final List<Envelope> published;
  private final @Nullable String key;
  private final @Nullable String owner;
  private final Random random;
  private final double loses;
  private @Nullable Position position;
  private final Deque<String> liveOnly = new ArrayDeque<>();
  private boolean connected;
  private boolean subscribed;
  private int connection;
  private boolean stalled;
  int recovered;
  int notRecovered;
  int resyncs;
  int frames;
  int positions;

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
    connection++;
    if (connected) {
      hub.leave(this);
    } else {
      hub.join(this);
      int mine = connection;
      List<Subscription> wanted = List.of(new Subscription(new Target("a", key), owner, position));
      hub.recall(
          wanted,
          () -> {
            if (mine == connection) {
              subscribed = true;
              hub.subscribe(this, wanted, outcomes -> answered(outcomes.getFirst()));
            }
          });
    }
    liveOnly.clear();
    connected = !connected;
    subscribed = subscribed && connected;
  }

  /** Takes the position that it is told, which must leave nothing out. */
  void askPosition() {
    Position told = hub.quiet(this).get("a");
    if (told != null) {
      Position owed = next();
      check(owed == null || owed.offset() > told.offset(), true);
      position = told;
      positions++;
    }
  }

  void stallNoMore() {
    if (stalled) {
      toggleStall();
    }
  }

  void toggleStall() {
    stalled = !stalled;
    if (!stalled) {
      hub.catchUp(this);
    }
  }

  /** Takes note of what is published outside of the numbering. */
  void owe(Envelope event) {
    if (subscribed && matches(event)) {
      liveOnly.add(event.text());
    }
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
  public boolean takes(int bytes) {
    return !stalled;
  }

  @Override
  public void deliver(Batch batch) {
    Events.texts(batch).forEach(this::hear);
  }

  private void hear(String text) {
    if (random.nextDouble() < loses) {
      return;
    }
    frames++;
    if (text.startsWith("live")) {
      check(text, liveOnly.poll());
    } else {
      Position given = Position.parse(text);
      check(given, next());
      position = given;
    }
  }

  @Override
  public void resync(String channel, @Nullable Position at) {
    resyncs++;
    position = at;
    liveOnly.clear();
  }

  @Override
  public void degraded(boolean on) {}

  /** Nothing that was published is still owed. */
  void checkComplete() {
    if (connected) {
      check(subscribed, true);
      check(null, next());
      check(null, liveOnly.peek());
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

  private void check(@Nullable Object given, @Nullable Object expected) {
    if (!Objects.equals(given, expected)) {
      throw new IllegalStateException("given " + given + ", expected " + expected);
    }
  }
}
