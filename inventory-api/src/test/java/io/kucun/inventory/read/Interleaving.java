package io.kucun.inventory.read;

import io.kucun.inventory.cache.CacheKey;
import io.kucun.inventory.cache.Loaded;
import io.kucun.inventory.cache.Replica;
import io.kucun.inventory.cache.Space;
import io.kucun.inventory.read.Ledger.Change;
import io.kucun.inventory.web.Conditional;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One random order of writes, publications and reads, step by step: a read is held before its query
 * and between its query and its answer, for as long as the order says. One thread.
 */
final class Interleaving {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int ENTITIES = 3;
  private static final int KEYS = 2;

  private final Random random;
  private final List<Replica> replicas;
  private final Ledger ledger;
  private final boolean late;
  private final Map<String, Integer> kinds;
  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private final String tag = "stock:" + id;
  private final Map<String, Long> rows = new HashMap<>();
  private final List<Read> reads = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final Map<Integer, Snapshot> latest = new HashMap<>();
  private final StringBuilder story = new StringBuilder();
  private boolean bumped;
  private boolean forgotten;

  /**
   * A new one.
   *
   * @param late whether readers take the position when they have the body, which is wrong
   * @param kinds counts the answers of each kind
   */
  Interleaving(
      Random random,
      List<Replica> replicas,
      Ledger ledger,
      boolean late,
      Map<String, Integer> kinds) {
    this.random = random;
    this.replicas = replicas;
    this.ledger = ledger;
    this.late = late;
    this.kinds = kinds;
    for (int i = 0; i < ENTITIES; i++) {
      rows.put(id + i, 0L);
    }
  }

  /** A read under way: what it has seen, once it has, and whether that has been answered. */
  private static final class Read {
    final int key;
    final @Nullable Snapshot before;
    final CompletableFuture<Loaded> loaded = new CompletableFuture<>();
    final BlockingQueue<String> reached = new LinkedBlockingQueue<>();
    CompletableFuture<Response> answer = new CompletableFuture<>();
    @Nullable Loaded seen;

    Read(int key, @Nullable Snapshot before) {
      this.key = key;
      this.before = before;
    }

    Uni<Loaded> load() {
      reached.add("query");
      return Uni.createFrom().completionStage(loaded);
    }
  }

  /** Runs it to its end, and tells what a reader lost; empty if nobody did. */
  String run(int steps) throws Exception {
    for (int i = 0; i < steps; i++) {
      step(random.nextInt(14));
    }
    while (!reads.isEmpty()) {
      advance(reads.getFirst());
    }
    while (ledger.isWaiting() || number()) {
      publish();
    }
    restore();
    for (Snapshot snapshot : snapshots) {
      Map<String, Long> state = snapshot.followedBy(ledger.after(snapshot.offset()));
      if (!state.equals(rows)) {
        return "%s and what followed is %s, the database %s:%s"
            .formatted(snapshot, state, rows, story);
      }
    }
    return "";
  }

  private void step(int choice) throws Exception {
    switch (choice) {
      case 0, 1 -> write();
      case 2 -> number();
      case 3, 4, 5, 6 -> publish();
      case 7, 8, 9 -> read();
      case 10, 11, 12 -> {
        if (!reads.isEmpty()) {
          advance(reads.get(random.nextInt(reads.size())));
        }
      }
      default -> forget();
    }
  }

  private void write() {
    String entity = id + random.nextInt(ENTITIES);
    long value = rows.merge(entity, 1L, Long::sum);
    ledger.commit(new Change(entity, value));
    say("write");
    if (random.nextBoolean()) {
      replicas.getFirst().bump(tag);
      say("acknowledge");
    }
  }

  private boolean number() {
    boolean before = ledger.isWaiting();
    ledger.number();
    bumped &= before;
    say("number");
    return ledger.isWaiting();
  }

  /** Two steps, so that others come between the confirmation and the publication. */
  private void publish() {
    if (!ledger.isWaiting()) {
      return;
    }
    if (!bumped) {
      replicas.getLast().bump(tag);
      bumped = true;
      say("confirm");
      return;
    }
    restore();
    ledger.publish();
    bumped = false;
    say("publish");
  }

  /** As the relay does when it has compared. */
  private void restore() {
    if (forgotten) {
      ledger.restorePosition();
      forgotten = false;
    }
  }

  private void forget() {
    if (random.nextInt(4) == 0) {
      ledger.forgetPosition();
      forgotten = true;
      say("forget");
    }
  }

  /** Waits until the read is before its query or done; never two of a key, which would join. */
  private void read() throws Exception {
    int key = random.nextInt(KEYS + 1);
    if (reads.stream().anyMatch(read -> read.key == key)) {
      return;
    }
    Read read = new Read(key, random.nextBoolean() ? latest.get(key) : null);
    Replica replica = replicas.get(random.nextInt(replicas.size()));
    read.answer = answer(replica, read).subscribeAsCompletionStage();
    var _ = read.answer.whenComplete((answer, failure) -> read.reached.add("answer"));
    String reached = read.reached.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
    say("read " + key + " to its " + reached);
    reads.add(read);
    if ("answer".equals(reached)) {
      finish(read);
    }
  }

  /** The last key is not cached. */
  private Uni<Response> answer(Replica replica, Read read) {
    Reads answers =
        new Reads(
            replica.cache(),
            replica.position(),
            new GivenHeaders(read.before == null ? null : read.before.etag()),
            new CurrentVertxRequest(),
            new KnownReads(new SimpleMeterRegistry()));
    Supplier<Uni<Loaded>> load = read::load;
    if (late) {
      return load.get().flatMap(loaded -> replica.position().now().map(now -> late(loaded, now)));
    }
    return read.key == KEYS
        ? answers.fresh(load)
        : answers.cached(CacheKey.of(Space.INVENTORY_LIST, id + read.key, tag), load);
  }

  private static Response late(Loaded loaded, String position) {
    Buffer body = Objects.requireNonNull(loaded.body());
    return Conditional.read(body, loaded.etag(), Map.of("Kucun-Position", position));
  }

  private void advance(Read read) throws Exception {
    if (read.seen == null) {
      read.seen = Snapshot.of(rows);
      say("query " + read.key);
      return;
    }
    read.loaded.complete(read.seen);
    finish(read);
    say("answer " + read.key);
  }

  private void finish(Read read) throws Exception {
    Response answer = read.answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    Snapshot snapshot = Snapshot.of(answer, read.before);
    snapshots.add(snapshot);
    String status = Objects.requireNonNullElse(answer.getHeaderString("Cache-Status"), "uncached");
    kinds.merge(answer.getStatus() + " " + status.replaceFirst("; ttl.*", ""), 1, Integer::sum);
    latest.put(read.key, snapshot);
    reads.remove(read);
  }

  private void say(String step) {
    story.append("\n  ").append(step);
  }
}
