package io.kucun.gateway.source;

import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.HubThread;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The source at work: its link to Redis, its timer, its state. Start and stop it once each. */
public final class RedisSource {

  /**
   * What to read.
   *
   * @param namespace the first part of every Redis key and channel
   * @param address where Redis is, for people
   * @param names the channels
   * @param checkEvery how often the link is probed and positions are compared
   */
  public record Settings(
      String namespace, String address, Set<String> names, Duration checkEvery) {}

  /**
   * The unit of patience, of the hub for older events and of {@link Pursuers} for a comparison with
   * Redis. At each turn the hub forgets, too.
   */
  public static final Duration TURN = Duration.ofSeconds(2);

  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Context context;
  private final HubThread hubThread;
  private final RedisLog log;
  private final Supplier<Redis> subscriptions;
  private final Settings settings;
  private final Consumer<byte[]> orders;
  private final Runnable refusal;
  private final SourceCounters counters = new SourceCounters();
  private volatile @Nullable Source source;
  private volatile @Nullable Link link;
  private long timer = -1;
  private long turning = -1;

  /**
   * Does nothing yet.
   *
   * @param context the one whose thread is the hub's
   * @param log reads what Redis keeps
   * @param subscriptions makes clients, each for one connection that is used for nothing else
   * @param orders takes, on the hub's thread, what is published for all services
   * @param refusal ends the service: the first Redis that it was given is a cluster
   */
  public RedisSource(
      Vertx vertx,
      Context context,
      HubThread hubThread,
      RedisLog log,
      Supplier<Redis> subscriptions,
      Settings settings,
      Consumer<byte[]> orders,
      Runnable refusal) {
    this.vertx = vertx;
    this.context = context;
    this.hubThread = hubThread;
    this.log = log;
    this.subscriptions = subscriptions;
    this.settings = settings;
    this.orders = orders;
    this.refusal = refusal;
  }

  public SourceCounters counters() {
    return counters;
  }

  /** True from the moment that every channel has been compared with Redis for the first time. */
  public boolean isReady() {
    Source current = source;
    return current != null && current.isReady();
  }

  /** Whether every channel is in step with Redis; while not, clients have been told so. */
  public boolean isReachable() {
    Source current = source;
    return current != null && current.isReachable();
  }

  /** How long ago Redis last gave a sign of life. */
  public Duration silence() {
    Link current = link;
    return current == null ? Duration.ZERO : current.silence();
  }

  /**
   * Brings channels up to where Redis is now, and says when that is done or cannot be. On the hub's
   * thread.
   */
  public void pursue(Set<String> names, Runnable done) {
    Source current = source;
    if (current == null) {
      done.run();
    } else {
      current.pursue(names, done);
    }
  }

  public void start() {
    hubThread.run(this::open);
  }

  public void stop() {
    hubThread.run(hub -> {
      vertx.cancelTimer(timer);
      vertx.cancelTimer(turning);
      Link current = link;
      if (current != null) {
        current.close();
      }
    });
  }

  private void open(Hub hub) {
    String prefix = settings.namespace() + ":events:";
    LinkReport report = new LinkReport(settings.address());
    Source made = new Source(hub, settings.names(), prefix, log, counters, report, this::abandon);
    String control = settings.namespace() + ":control";
    List<String> channels =
        Stream.concat(settings.names().stream().map(name -> prefix + name), Stream.of(control))
            .toList();
    Runnable refused = () -> refuse(made);
    ControlTap tap = new ControlTap(control, orders, refused, made);
    Backoff backoff = new Backoff(FIRST_RETRY, LAST_RETRY, RandomGenerator.getDefault());
    Link opened = new Link(vertx, context, subscriptions, channels, tap, backoff);
    source = made;
    link = opened;
    opened.open();
    timer =
        vertx.setPeriodic(
            settings.checkEvery().toMillis(),
            t -> {
              opened.probe();
              made.tick();
            });
    turnLater(hub, made);
  }

  /** A timer at a time: those of a periodic one that are late come all at once. */
  private void turnLater(Hub hub, Source current) {
    turning =
        vertx.setTimer(
            TURN.toMillis(),
            t -> {
              turnLater(hub, current);
              current.turn();
              hub.forget();
            });
  }

  /** A gateway that has worked keeps its sockets, as in every other outage. */
  private void refuse(Source current) {
    if (!current.isReady()) {
      refusal.run();
    }
  }

  private void abandon(String reason) {
    Link current = link;
    if (current != null) {
      current.abandon(reason);
    }
  }
}
