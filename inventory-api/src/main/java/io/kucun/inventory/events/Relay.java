package io.kucun.inventory.events;

import io.kucun.inventory.redis.Reason;
import io.kucun.inventory.redis.RedisLinks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries committed events from PostgreSQL to Redis: assigns offsets, has the tags confirmed,
 * publishes. One step at a time, on one event loop; woken after each commit, and every 250 ms
 * whatever happens.
 */
@ApplicationScoped
public class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final int BATCH = 500;
  private static final long POLL_MILLIS = 250;
  private static final long COMPARE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final Duration STEP_TIMEOUT = Duration.ofSeconds(5);

  private final EventStore store;
  private final RedisLog log;
  private final Lease lease;
  private final Reconciliation reconciliation;
  private final BeforePublish before;
  private final RedisLinks links;
  private final Vertx vertx;
  private final Context loop;
  private final Counter published;
  private final AtomicBoolean woken = new AtomicBoolean();

  private volatile boolean running;
  private boolean busy;
  private boolean inStep;
  private long compared;
  private @Nullable String epoch;
  private @Nullable String trouble;

  Relay(
      EventStore store,
      RedisLog log,
      Lease lease,
      Reconciliation reconciliation,
      BeforePublish before,
      RedisLinks links,
      Vertx vertx,
      MeterRegistry meters) {
    this.store = store;
    this.log = log;
    this.lease = lease;
    this.reconciliation = reconciliation;
    this.before = before;
    this.links = links;
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.published =
        Counter.builder("kucun.events.published")
            .description("Events put into Redis by this process")
            .register(meters);
  }

  /** Begins; call it once the schema is there. */
  public void start() {
    running = true;
    vertx.setPeriodic(POLL_MILLIS, timer -> wake());
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    loop.runOnContext(
        now -> lease.release().subscribe().with(done -> {}, failure -> LOG.debug(failure)));
  }

  /** Says that there may be something to do; cheap, from any thread. */
  void wake() {
    if (running && woken.compareAndSet(false, true)) {
      loop.runOnContext(now -> run());
    }
  }

  private void run() {
    if (busy || !running) {
      return;
    }
    busy = true;
    woken.set(false);
    step()
        .ifNoItem()
        .after(STEP_TIMEOUT)
        .fail()
        .subscribe()
        .with(
            carried -> loop.runOnContext(now -> stepped(carried)),
            failure -> loop.runOnContext(now -> failed(failure)));
  }

  private void stepped(int carried) {
    trouble = null;
    busy = false;
    if (carried > 0 || woken.get()) {
      woken.set(true);
      loop.runOnContext(now -> run());
    }
  }

  private void failed(Throwable failure) {
    busy = false;
    inStep = false;
    woken.set(false);
    String reason = Reason.of(failure);
    // While Redis is away its own line says so; anything else is said once.
    if (!reason.equals(trouble) && links.isUp()) {
      LOG.warnf("Events are waiting: %s", reason);
    }
    trouble = reason;
  }

  private Uni<Integer> step() {
    return lease
        .hold()
        .flatMap(term ->
            term.isEmpty()
                ? Uni.createFrom().item(0)
                : compare()
                    .flatMap(done -> store.assign(lease.holder(), term.getAsLong(), BATCH))
                    .flatMap(assigned -> store.pending(BATCH))
                    .flatMap(this::publish));
  }

  /** After any failure and every two seconds; between these, each publish checks its own place. */
  private Uni<Void> compare() {
    if (inStep && System.nanoTime() - compared < COMPARE_NANOS) {
      return Uni.createFrom().voidItem();
    }
    return reconciliation
        .run(lease.holder())
        .flatMap(done -> store.epoch())
        .invoke(current -> {
          epoch = current;
          compared = System.nanoTime();
          inStep = true;
        })
        .replaceWithVoid();
  }

  private Uni<Integer> publish(List<EventRow> events) {
    if (events.isEmpty() || epoch == null) {
      return Uni.createFrom().item(0);
    }
    String current = epoch;
    Set<String> tags = new TreeSet<>();
    Map<String, Long> reached = new HashMap<>();
    for (EventRow event : events) {
      tags.addAll(event.tags());
      reached.put(event.channel(), event.offset());
    }
    return before
        .beforePublish(tags)
        .flatMap(confirmed -> log.append(events, current, true))
        .invoke(done -> TraceLog.published(events, current))
        .flatMap(done -> note(reached))
        .invoke(done -> published.increment(events.size()))
        .replaceWith(events.size());
  }

  private Uni<Void> note(Map<String, Long> reached) {
    return Uni.join()
        .all(
            reached.entrySet().stream()
                .map(entry -> store.published(entry.getKey(), entry.getValue()))
                .toList())
        .andFailFast()
        .replaceWithVoid();
  }
}
