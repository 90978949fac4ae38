package io.kucun.inventory.events;

import io.kucun.inventory.redis.Reason;
import io.kucun.inventory.redis.RedisLinks;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries committed events from PostgreSQL to Redis, step after step on one event loop: woken after
 * each commit here or on another replica, and every 250 ms whatever happens.
 */
@ApplicationScoped
public class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);

  private final Carrier carrier;
  private final Lease lease;
  private final Wakeups wakeups;
  private final EventSettings settings;
  private final RedisLinks links;
  private final Vertx vertx;
  private final Context loop;
  private final AtomicBoolean woken = new AtomicBoolean();

  private volatile boolean running;
  private boolean busy;
  private @Nullable String trouble;

  Relay(
      Carrier carrier,
      Lease lease,
      Wakeups wakeups,
      EventSettings settings,
      RedisLinks links,
      Vertx vertx) {
    this.carrier = carrier;
    this.lease = lease;
    this.wakeups = wakeups;
    this.settings = settings;
    this.links = links;
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
  }

  /** Begins; call it once the schema is there. */
  public void start() {
    running = true;
    wakeups.follow(this::wake);
    vertx.setPeriodic(settings.poll().toMillis(), timer -> poll(timer));
  }

  void stop(@Observes ShutdownEvent event) {
    if (running) {
      running = false;
      loop.runOnContext(
          now -> lease.release().subscribe().with(done -> {}, failure -> LOG.debug(failure)));
    }
  }

  /** Whether the schema is there and the relay works or stands by. */
  boolean isRunning() {
    return running;
  }

  /** Says that this process has committed events. */
  void committed() {
    wake();
    wakeups.tell();
  }

  /** Says that there may be something to do; cheap, from any thread. */
  void wake() {
    if (running && woken.compareAndSet(false, true)) {
      loop.runOnContext(now -> run());
    }
  }

  private void poll(long timer) {
    if (running) {
      wake();
    } else {
      vertx.cancelTimer(timer);
    }
  }

  private void run() {
    if (busy || !running) {
      return;
    }
    busy = true;
    woken.set(false);
    Uni.createFrom()
        .deferred(this::step)
        .ifNoItem()
        .after(settings.patience())
        .fail()
        .subscribe()
        .with(
            more -> loop.runOnContext(now -> stepped(more)),
            failure -> loop.runOnContext(now -> failed(failure)));
  }

  private Uni<Boolean> step() {
    return links.isUp() ? carrier.step() : leave();
  }

  /** Another replica may reach Redis; if none does, whoever is first to will take the lease. */
  private Uni<Boolean> leave() {
    Uni<Void> left = lease.current().isPresent() ? lease.release() : Uni.createFrom().voidItem();
    return left.replaceWith(false);
  }

  private void stepped(boolean more) {
    trouble = null;
    busy = false;
    if (more || woken.get()) {
      woken.set(true);
      loop.runOnContext(now -> run());
    }
  }

  private void failed(Throwable failure) {
    busy = false;
    woken.set(false);
    if (!running) {
      return;
    }
    carrier.doubt();
    String reason = Reason.of(failure);
    // While Redis is away its own line says so; anything else is said once.
    if (!reason.equals(trouble) && links.isUp()) {
      LOG.warnf("Events are waiting: %s", reason);
    }
    trouble = reason;
  }
}
