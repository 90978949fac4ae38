package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** A hub that remembers ten events of its channel, and an archive of more. */
abstract class Forgetful {

  final Deque<Runnable> soon = new ArrayDeque<>();
  final FakeArchive archive = new FakeArchive(20_000);
  final Hub hub;
  long offset;

  Forgetful() {
    this(0);
  }

  /**
   * Starts empty.
   *
   * @param ticks after how many an event is old; 0 for never
   */
  Forgetful(int ticks) {
    LogLimits limits = new LogLimits(10, 100_000, ticks, 60_000);
    hub = new Hub(Set.of("a"), limits, archive, 200_000, soon::add);
  }

  @BeforeEach
  void begin() {
    hub.begin("a", new Position("e1", 0));
  }

  void publish(int events) {
    for (int i = 0; i < events; i++) {
      Envelope event = Events.event("a", ++offset);
      archive.add(event);
      hub.publish(event);
    }
    settle();
  }

  void settle() {
    for (Runnable task = soon.poll(); task != null; task = soon.poll()) {
      task.run();
    }
  }

  void forget(int times) {
    for (int i = 0; i < times; i++) {
      hub.forget();
    }
  }

  Narrow open() {
    Narrow client = new Narrow();
    client.room = Integer.MAX_VALUE;
    hub.join(client);
    return client;
  }

  Narrow resume(long since) {
    return resume("e1", since);
  }

  Narrow resume(String epoch, long since) {
    Narrow client = open();
    List<Subscription> wanted =
        List.of(new Subscription(new Target("a", null), null, new Position(epoch, since)));
    hub.recall(wanted, () -> hub.subscribe(client, wanted, o -> answer(client, o.getFirst())));
    return client;
  }

  static void answer(Narrow client, Outcome outcome) {
    client.heard.add("recovered " + outcome.recovered());
  }

  static List<String> events(long after, long upTo) {
    List<String> events = new ArrayList<>(List.of("recovered true"));
    for (long o = after + 1; o <= upTo; o++) {
      events.add("e1:" + o);
    }
    return events;
  }

  long outcome(ResumeOutcome outcome) {
    return hub.counters().resumes(outcome);
  }
}
