package io.kucun.local.replay;

import io.kucun.local.client.Api;
import io.kucun.local.client.ClientException;
import io.kucun.local.client.Position;
import io.kucun.local.client.Subscription;
import io.kucun.local.client.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One replay of one file against one system, as its administrator. */
public final class Replay {
  /** Whose data the file is. */
  public static final String ATTRIBUTION =
      "Data: Online Retail, Daqing Chen, UCI Machine Learning Repository (2015), CC BY 4.0,"
          + " https://doi.org/10.24432/C5BW33";

  private static final int IN_FLIGHT = 16;
  private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 20;
  private static final int SUBSCRIBE_SECONDS = 15;

  private final Target target;
  private final InvoiceFile file;
  private final Consumer<String> out;
  private final Tokens tokens;
  private final Api api;
  private final Tally tally = new Tally();

  /**
   * Nothing happens until it is run.
   *
   * @param out told of each line for the user
   */
  public Replay(Target target, Path file, Consumer<String> out) {
    this.target = target;
    this.file = new InvoiceFile(file);
    this.out = out;
    this.tokens = new Tokens(target.issuer(), "admin");
    this.api = new Api(target.apiUrl(), tokens);
  }

  /** True if all that must hold does. */
  public boolean run() {
    long begin = System.nanoTime();
    Plan plan = Plan.of(file);
    out.accept(
        "Replaying %s: %,d products, %,d orders"
            .formatted(file.path().getFileName(), plan.items().size(), plan.orders()));
    try (Database database =
        Database.open(target.databaseUrl(), target.databaseUser(), target.databasePassword())) {
      Snapshot start = database.settled();
      List<Check> checks = watched(plan, database, start);
      new Report(out)
          .print(tally, api.requests(), Duration.ofNanos(System.nanoTime() - begin), checks);
      return checks.stream().allMatch(Check::holds);
    }
  }

  private List<Check> watched(Plan plan, Database database, Snapshot start) {
    SocketWitness sockets = new SocketWitness();
    try (RedisWitness redis = new RedisWitness(target.redisUrl(), target.redisNamespace(), start);
        Subscription subscription =
            new Subscription(
                target.gatewayUrl(), tokens, Channels.ALL, positions(start), sockets)) {
      Thread.ofVirtual().start(redis);
      Thread.ofPlatform().daemon().start(subscription);
      sockets.subscribed().orTimeout(SUBSCRIBE_SECONDS, TimeUnit.SECONDS).join();
      drive(plan);
      Snapshot end = database.settled();
      awaitCatchUp(sockets.witness(), redis.witness(), start, end);
      sockets.notices().forEach(notice -> out.accept("  the client was told: " + notice));
      if (!redis.trouble().isEmpty()) {
        out.accept("  Redis could not be read: " + redis.trouble());
      }
      return new Checks(start, end, sockets.witness(), redis.witness(), rows(database, start, end))
          .run(tally.counts(), database.lotsOffLedger());
    }
  }

  private void drive(Plan plan) {
    Products products = new Products(api);
    try (ProgressLine progress = new ProgressLine(out, tally, api, plan)) {
      progress.start();
      open(plan, products);
      Orders orders = new Orders(api, plan, products, tally);
      Returns returns = new Returns(api, products, tally);
      try (Flight flight = new Flight(IN_FLIGHT)) {
        file.forEach(line -> submit(line, orders, returns, flight));
      }
    }
  }

  private void submit(Line line, Orders orders, Returns returns, Flight flight) {
    tally.read();
    switch (line) {
      case Line.Sale sale -> orders.add(sale).forEach(flight::submit);
      case Line.Return back -> flight.submit(() -> returns.take(back));
      case Line.Skipped skipped -> tally.skip(skipped.number(), skipped.reason(), skipped.shown());
    }
  }

  /** All products before the first order; one that cannot be opened ends the replay. */
  private void open(Plan plan, Products products) {
    Failure failure = new Failure();
    try (Flight flight = new Flight(IN_FLIGHT)) {
      plan.items()
          .forEach(
              (key, item) -> flight.submit(() -> failure.guard(() -> open(products, key, item))));
    }
    failure.throwIfAny();
  }

  private void open(Products products, String key, Plan.Item item) {
    products.open(key, item);
    tally.opened();
  }

  private static void awaitCatchUp(Witness frames, Witness redis, Snapshot start, Snapshot end) {
    long deadline = System.nanoTime() + CATCH_UP_LIMIT.toNanos();
    for (String channel : Channels.ALL) {
      while (System.nanoTime() < deadline
          && (frames.last(channel, start.offset(channel)) < end.offset(channel)
              || redis.last(channel, start.offset(channel)) < end.offset(channel))) {
        pause();
      }
    }
  }

  private static Witness rows(Database database, Snapshot start, Snapshot end) {
    Witness rows = new Witness();
    for (String channel : Channels.ALL) {
      database.events(
          channel,
          start.offset(channel),
          end.offset(channel),
          (offset, data) -> rows.saw(channel, Seen.row(offset, data)));
    }
    return rows;
  }

  private static Map<String, Position> positions(Snapshot start) {
    Map<String, Position> positions = new HashMap<>();
    for (String channel : Channels.ALL) {
      positions.put(channel, new Position(start.epoch(), start.offset(channel)));
    }
    return positions;
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException("interrupted", e);
    }
  }
}
