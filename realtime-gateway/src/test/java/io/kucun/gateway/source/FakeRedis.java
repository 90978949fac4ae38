package io.kucun.gateway.source;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Events;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Position, log and messages of one channel; answers and messages arrive when the test says so. */
final class FakeRedis implements LogReader {

  record Asked(@Nullable Position after, UniEmitter<? super Tail> answer) {}

  final Deque<Envelope> inFlight = new ArrayDeque<>();
  final Deque<Asked> asked = new ArrayDeque<>();
  final List<Envelope> log = new ArrayList<>();
  private final int maxLog;
  @Nullable Position position;

  FakeRedis(int maxLog) {
    this.maxLog = maxLog;
  }

  void publish(String epoch, long... offsets) {
    for (long offset : offsets) {
      publishOne(epoch, offset);
    }
  }

  private void publishOne(String epoch, long offset) {
    Envelope event = Events.event("a", epoch, offset, null, null);
    position = event.position();
    log.add(event);
    if (log.size() > maxLog) {
      log.removeFirst();
    }
    inFlight.add(event);
  }

  /** All that is on its way arrives. */
  void deliverTo(ChannelSync channel) {
    for (Envelope event = inFlight.poll(); event != null; event = inFlight.poll()) {
      channel.receive(event);
    }
  }

  void loseData() {
    position = null;
    log.clear();
  }

  /** Answers the oldest question, with what is true now. */
  void answer() {
    read().run();
  }

  /** The answer to the oldest question, with what is true now; it arrives when this is run. */
  Runnable read() {
    Asked oldest = asked.poll();
    if (oldest == null) {
      return () -> {};
    }
    long from = oldest.after() == null ? -1 : oldest.after().offset();
    List<Envelope> events =
        log.stream().filter(e -> e.position() != null && e.position().offset() > from).toList();
    Tail tail = new Tail(position, events);
    return () -> oldest.answer().complete(tail);
  }

  void fail() {
    Asked oldest = asked.poll();
    if (oldest != null) {
      oldest.answer().fail(new IllegalStateException("no answer"));
    }
  }

  @Override
  public Uni<Tail> tail(String channel, @Nullable Position after) {
    return Uni.createFrom().emitter(answer -> asked.add(new Asked(after, answer)));
  }

  @Override
  public Uni<Map<String, Position>> positions(List<String> channels) {
    return Uni.createFrom().item(position == null ? Map.of() : Map.of("a", position));
  }
}
