package io.kucun.gateway;

import io.kucun.gateway.envelope.Position;
import io.kucun.local.testing.Scale;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Many clients whose rights change at every moment, and events for some of them all the while. */
final class Races implements AutoCloseable {

  private static final List<Set<String>> ROLES =
      List.of(
          Set.of("admin"),
          Set.of("warehouse", "viewer"),
          Set.of("sales"),
          Set.of("sales", "guest"),
          Set.of("viewer"),
          Set.of("guest"));
  private static final int CLIENTS = 6;
  private static final int STEPS = Scale.of(120, 400);
  private static final int EVENTS_PER_STEP = 5;
  private static final int KEYS = 3;
  private static final int IN_PEACE = 10;
  private static final int EVENTS_PER_ORDER = 20;

  private final URI base;
  private final Relay relay;
  private final LongSupplier filled;
  private final long seed;
  private final int threads;
  private final Semaphore due = new Semaphore(0);
  private final List<Suspect> all = new CopyOnWriteArrayList<>();
  private final List<Suspect> tardy = new CopyOnWriteArrayList<>();
  private final Queue<Revoked> revoked = new ConcurrentLinkedQueue<>();
  private final String admin = Tokens.of("root", "admin");
  private volatile boolean over;

  /**
   * Begins nothing yet.
   *
   * @param filled how many events the gateway has read from the log so far
   */
  Races(URI base, Relay relay, LongSupplier filled, long seed, int threads) {
    this.base = base;
    this.relay = relay;
    this.filled = filled;
    this.seed = seed;
    this.threads = threads;
  }

  /** Races until all are done, then sees to it that everybody who is left gets a last event. */
  void run() {
    List<CompletableFuture<Void>> races = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads + 1)) {
      CompletableFuture<Void> publishing = CompletableFuture.runAsync(this::publish, pool);
      for (int i = 0; i < threads; i++) {
        int thread = i;
        races.add(CompletableFuture.runAsync(() -> race(thread), pool));
      }
      try {
        races.forEach(CompletableFuture::join);
        revokeInPeace();
      } finally {
        over = true;
        due.release();
      }
      publishing.join();
    }
    finish();
  }

  private void publish() {
    Random random = new Random(seed);
    while (!over) {
      due.acquireUninterruptibly();
      String channel = Troubles.CHANNELS.get(random.nextInt(3));
      boolean isOrder = channel.equals("orders") && !all.isEmpty();
      String owner = isOrder ? "sub-" + all.get(random.nextInt(all.size())).user : null;
      synchronized (relay) {
        relay.commit(channel, "k" + random.nextInt(KEYS), owner);
      }
      relay.flush();
    }
  }

  private void race(int thread) {
    Random random = new Random(seed + thread);
    List<Suspect> mine = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      mine.add(newcomer(thread + "-" + i, random, i == 0));
    }
    for (int step = 0; step < STEPS; step++) {
      due.release(EVENTS_PER_STEP);
      int chosen = random.nextInt(CLIENTS);
      Suspect one = mine.get(chosen);
      switch (random.nextInt(40)) {
        case 0 -> {
          if (chosen > 0) {
            revoke(one);
            mine.set(chosen, newcomer(thread + "-" + chosen + "-" + step, random, false));
          }
        }
        case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> one.renew(ROLES.get(random.nextInt(ROLES.size())));
        case 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 -> one.unsubscribe(name(random));
        default -> subscribe(one, random);
      }
    }
  }

  private Suspect newcomer(String name, Random random, boolean isTardy) {
    // Whoever was revoked in a race before needs a token that was issued later.
    String user = "s" + seed + '-' + name;
    Suspect one = new Suspect(base, user, ROLES.get(random.nextInt(ROLES.size())), isTardy);
    (isTardy ? tardy : all).add(one);
    subscribe(one, random);
    return one;
  }

  private static String name(Random random) {
    String channel = Troubles.CHANNELS.get(random.nextInt(3));
    return random.nextBoolean() ? channel : channel + ":k" + random.nextInt(KEYS);
  }

  private void subscribe(Suspect one, Random random) {
    String name = name(random);
    JsonObject since = new JsonObject();
    if (random.nextBoolean()) {
      Position head = head(name.split(":", 2)[0]);
      long offset = head.offset() + random.nextInt(4) - random.nextInt(60);
      since.put(
          name, new JsonObject().put("epoch", head.epoch()).put("offset", Math.max(0, offset)));
    }
    one.subscribe(List.of(name), since);
  }

  private Position head(String channel) {
    synchronized (relay) {
      return relay.last(channel);
    }
  }

  private void revoke(Suspect one) {
    RawRequest order = RawRequest.to(base, "POST /admin/disconnect").bearer(admin);
    int status = order.body("{\"sub\":\"sub-" + one.user + "\"}").send().status();
    if (status != 202) {
      throw new AssertionError("not disconnected: " + status);
    }
    long before = filled.getAsLong();
    List<Position> heads = Troubles.CHANNELS.stream().map(this::head).toList();
    due.release(EVENTS_PER_ORDER);
    if (one.closeCode() != 4401) {
      throw new AssertionError("closed with " + one.closeCode());
    }
    revoked.add(new Revoked(one, heads, filled.getAsLong() - before));
  }

  /** While nobody resumes: nothing is read from the log, and events come all the same. */
  private void revokeInPeace() {
    Await.until("all are answered", () -> left().allMatch(Suspect::isSettled));
    List<Suspect> some = left().filter(one -> !tardy.contains(one)).limit(IN_PEACE).toList();
    for (Suspect one : some) {
      one.renew(Set.of("admin"));
      one.subscribe(Troubles.CHANNELS, new JsonObject());
      Await.until("it hears everything", one::isSettled);
      revoke(one);
    }
  }

  private Stream<Suspect> left() {
    List<Suspect> gone = revoked.stream().map(Revoked::one).toList();
    return Stream.concat(all.stream(), tardy.stream()).filter(one -> !gone.contains(one));
  }

  private void finish() {
    left()
        .forEach(one -> {
          one.renew(Set.of("admin"));
          one.subscribe(Troubles.CHANNELS, new JsonObject());
        });
    Await.until("all are answered", () -> left().allMatch(Suspect::isSettled));
    Troubles.CHANNELS.forEach(channel -> relay.commit(channel, "k0", "sub-nobody"));
    relay.flush();
    for (String channel : Troubles.CHANNELS) {
      long last = relay.last(channel).offset();
      Await.until("all get the last", () -> left().allMatch(one -> one.seen(channel) == last));
    }
  }

  List<Suspect> all() {
    return all;
  }

  /** Those who write down what would be wrong. */
  List<Suspect> tardy() {
    return tardy;
  }

  int revoked() {
    return revoked.size();
  }

  /** Those whose order no event can have overtaken. */
  long strictlyRevoked() {
    return revoked.stream().filter(order -> order.overtaking() == 0).count();
  }

  long events() {
    return all.stream().mapToLong(Suspect::events).sum();
  }

  int refused() {
    return all.stream().mapToInt(Suspect::refused).sum();
  }

  List<String> violations() {
    List<String> found = new ArrayList<>();
    all.forEach(one -> found.addAll(one.violations()));
    for (Revoked order : revoked) {
      if (order.excess() > order.overtaking()) {
        found.add("got " + order.excess() + " events more: " + order);
      }
    }
    left().filter(Suspect::isClosed).forEach(one -> found.add(one.user + " was closed"));
    return found;
  }

  @Override
  public void close() {
    all.forEach(Suspect::close);
    tardy.forEach(Suspect::close);
  }
}
