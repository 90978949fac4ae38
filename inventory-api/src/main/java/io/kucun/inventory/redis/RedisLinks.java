package io.kucun.inventory.redis;

import io.kucun.inventory.redis.RedisLink.Listener;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All links to Redis, spread over the event loops. */
@ApplicationScoped
public class RedisLinks {
  private static final Logger LOG = Logger.getLogger(RedisLinks.class);

  /** Commands that one link may have without an answer; more fail at once. */
  private static final int MOST_UNANSWERED = 8_192;

  /** What is to be done while all is well. */
  private static final String NONE = "";

  private final List<RedisLink> links = new ArrayList<>();
  private final List<RedisLink> subscriptions = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final Vertx vertx;
  private final EventLoops loops;
  private final Supplier<Redis> clients;
  private final String address;
  private final Refusal refusal;
  private final AtomicBoolean refused = new AtomicBoolean();
  private volatile boolean everUp;
  private @Nullable String said;

  RedisLinks(
      Vertx vertx,
      Refusal refusal,
      @ConfigProperty(name = "REDIS_POOL_SIZE", defaultValue = "8") int size,
      @ConfigProperty(name = "REDIS_URL", defaultValue = "redis://127.0.0.1:6379") String url) {
    RedisUrl address = RedisUrl.parse(url);
    this.address = address.toString();
    this.vertx = vertx;
    this.refusal = refusal;
    this.clients = () -> client(vertx, address);
    this.loops = new EventLoops(vertx.getDelegate());
    for (int i = 0; i < size; i++) {
      links.add(new RedisLink(vertx, loops.executor(i % loops.count()), clients, new Reporter()));
    }
  }

  private static Redis client(Vertx vertx, RedisUrl address) {
    RedisOptions options =
        new RedisOptions().setMaxPoolSize(1).setMaxWaitingHandlers(MOST_UNANSWERED);
    address.applyTo(options);
    return Redis.createClient(vertx, options);
  }

  void start(@Observes StartupEvent event) {
    links.forEach(RedisLink::connect);
  }

  void stop(@Observes ShutdownEvent event) {
    links.forEach(RedisLink::close);
    subscriptions.forEach(RedisLink::close);
  }

  /**
   * A live session, or nothing while Redis is away. Its connection is on the event loop of whoever
   * asks, as long as that loop's first link is up: on another, each command would wake a thread,
   * and its answer another.
   */
  public Optional<RedisSession> session() {
    int here = loops.current();
    return firstUp(links, here < 0 ? turn.getAndIncrement() : here);
  }

  /** The session of the link with this number, or of the next one that is up. */
  static Optional<RedisSession> firstUp(List<RedisLink> links, int number) {
    for (int i = 0; i < links.size(); i++) {
      RedisSession session = links.get(Math.floorMod(number + i, links.size())).session();
      if (session != null) {
        return Optional.of(session);
      }
    }
    return Optional.empty();
  }

  /** Follows a pub/sub channel on a connection of its own, until shutdown. */
  public void subscribe(String channel, RedisSubscriber subscriber) {
    RedisLink link =
        new RedisLink(vertx, Runnable::run, clients, new RedisSubscription(channel, subscriber));
    subscriptions.add(link);
    link.connect();
  }

  /** Whether Redis has been reached since this process started. */
  public boolean everUp() {
    return everUp;
  }

  /** Whether at least one link is up. */
  public boolean isUp() {
    return up() > 0;
  }

  /** How many links are up. */
  int up() {
    return Math.toIntExact(links.stream().filter(link -> link.session() != null).count());
  }

  /** Logs a change of the whole or of what is to be done, not of each link. */
  private synchronized void report(@Nullable String reason) {
    boolean up = isUp();
    everUp |= up;
    String remedy = up ? NONE : remedy(String.valueOf(reason));
    if (remedy.equals(said)) {
      return;
    }
    said = remedy;
    if (up) {
      LOG.infof("Redis is there (%s)", address);
    } else {
      LOG.warnf(
          "Redis cannot be used (%s: %s): %s; trying again with back-off", address, reason, remedy);
    }
  }

  private static String remedy(String reason) {
    if (reason.endsWith(ReplicaException.MESSAGE)) {
      return "let REDIS_URL lead to the primary";
    }
    return reason.matches("(WRONGPASS|NOAUTH|NOPERM) .*|ERR .*AUTH.*")
        ? "check the user and the password in REDIS_URL"
        : "check REDIS_URL, and whether Redis runs there";
  }

  /** A service that has worked goes on without Redis, as in every other outage. */
  private void refuseCluster() {
    if (!everUp && refused.compareAndSet(false, true)) {
      refusal.refuse(
          "REDIS_URL leads to a Redis Cluster ("
              + address
              + "), which is not supported, for keys that are used together lie in different slots:"
              + " give it a single Redis, or Sentinel");
    }
  }

  private final class Reporter implements Listener {
    @Override
    public void up(RedisSession session) {
      report(null);
    }

    @Override
    public void down(String reason) {
      report(reason);
    }

    @Override
    public void refused() {
      refuseCluster();
    }
  }
}
