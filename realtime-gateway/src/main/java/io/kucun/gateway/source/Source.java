package io.kucun.gateway.source;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.EnvelopeReader;
import io.kucun.gateway.envelope.InvalidEnvelopeException;
import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.envelope.Traceparent;
import io.kucun.gateway.hub.Hub;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Feeds the hub from Redis. It is ready for good once every channel has been compared with Redis
 * for the first time; a later outage makes the hub degraded.
 */
final class Source implements Link.Listener {

  private static final Logger LOG = Logger.getLogger(Source.class);

  private final Hub hub;
  private final String prefix;
  private final LogReader reader;
  private final SourceCounters counters;
  private final LinkReport report;
  private final Consumer<String> abandonLink;
  private final Map<String, ChannelSync> channels = new LinkedHashMap<>();
  private final EnvelopeReader envelopes = new EnvelopeReader();
  private int linkNumber;
  private boolean linked;
  private volatile boolean ready;
  private volatile boolean reachable;

  /**
   * Starts with no link.
   *
   * @param prefix what comes before a channel's name in Redis
   * @param report tells people of outages
   * @param abandonLink gives the link up, for a reason
   */
  Source(
      Hub hub,
      Set<String> names,
      String prefix,
      LogReader reader,
      SourceCounters counters,
      LinkReport report,
      Consumer<String> abandonLink) {
    this.hub = hub;
    this.prefix = prefix;
    this.reader = reader;
    this.counters = counters;
    this.report = report;
    this.abandonLink = abandonLink;
    for (String name : names) {
      channels.put(
          name, new ChannelSync(name, hub, reader, counters, this::settle, this::unreadable));
    }
  }

  boolean isReady() {
    return ready;
  }

  /** Whether every channel is in step with Redis, as far as is known. */
  boolean isReachable() {
    return reachable;
  }

  @Override
  public void up() {
    linked = true;
    linkNumber++;
    counters.links.increment();
    channels.values().forEach(ChannelSync::start);
  }

  @Override
  public void down(String reason) {
    linked = false;
    reachable = false;
    channels.values().forEach(ChannelSync::stop);
    hub.degraded(ready);
    report.down(reason);
  }

  @Override
  public void message(String redisChannel, byte[] payload) {
    ChannelSync channel = channels.get(redisChannel.substring(prefix.length()));
    try {
      Envelope event = envelopes.read(payload);
      if (channel == null || !redisChannel.endsWith(':' + event.channel())) {
        counters.invalid.increment();
      } else {
        if (LOG.isDebugEnabled()) {
          trace(event, payload);
        }
        channel.receive(event);
      }
    } catch (InvalidEnvelopeException e) {
      counters.invalid.increment();
      LOG.debugf("Dropped a message on %s: %s", redisChannel, e.getMessage());
    }
  }

  /** Nothing that is free text, so that no publisher can break a line of the log. */
  private static void trace(Envelope event, byte[] payload) {
    Position position = event.position();
    LOG.debugf(
        "Took %s %s, traceparent %s",
        event.channel(), position == null ? null : position.offset(), Traceparent.of(payload));
  }

  /** Compares where the channels stand with where Redis says they stand. */
  void tick() {
    if (linked) {
      Map<String, Position> before = heads();
      int mine = linkNumber;
      reader
          .positions(List.copyOf(channels.keySet()))
          .subscribe()
          .with(
              now -> check(before, now),
              failure -> {
                if (mine == linkNumber) {
                  unreadable(failure);
                }
              });
    }
  }

  /** Time has passed, about two seconds. */
  void turn() {
    channels.values().forEach(ChannelSync::turn);
  }

  /** Compares these channels with Redis, and says when that is done or cannot be. */
  void pursue(Set<String> names, Runnable done) {
    AtomicInteger left = new AtomicInteger(names.size());
    for (String name : names) {
      channelSync(name)
          .pursue(() -> {
            if (left.decrementAndGet() == 0) {
              done.run();
            }
          });
    }
  }

  private void check(Map<String, Position> before, Map<String, Position> now) {
    now.forEach((name, position) -> channelSync(name).check(before.get(name), position));
  }

  /** Of the channels that have one. */
  private Map<String, Position> heads() {
    Map<String, Position> heads = new HashMap<>();
    for (String name : channels.keySet()) {
      Position head = hub.head(name);
      if (head != null) {
        heads.put(name, head);
      }
    }
    return heads;
  }

  private ChannelSync channelSync(String name) {
    ChannelSync channel = channels.get(name);
    if (channel == null) {
      throw new IllegalArgumentException("no channel " + name);
    }
    return channel;
  }

  private void unreadable(Throwable failure) {
    if (linked) {
      abandonLink.accept("cannot read from Redis: " + failure.getMessage());
    }
  }

  private void settle() {
    if (haveDifferentEpochs()) {
      // One channel has heard that the numbering started over; the others may be quiet.
      tick();
    }
    if (linked && channels.values().stream().allMatch(ChannelSync::isLive)) {
      report.up();
      ready = true;
      reachable = true;
      hub.degraded(false);
    }
  }

  private boolean haveDifferentEpochs() {
    return heads().values().stream().map(Position::epoch).distinct().count() > 1;
  }
}
