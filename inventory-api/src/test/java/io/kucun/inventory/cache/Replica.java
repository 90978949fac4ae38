package io.kucun.inventory.cache;

import io.kucun.inventory.events.Positions;
import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.TestLinks;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cache of one replica of the service, as it is in a process of its own. */
public final class Replica implements AutoCloseable {
  static final String POSITION = "products=e:0, inventory=e:0, orders=e:0";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  final RedisLinks links;
  final MeterRegistry registry;
  final CacheMeters meters;
  final Generations generations;
  final Invalidation invalidation;
  final Leases leases;
  final Lookup lookup;
  final ReadCache cache;
  final CurrentPosition position;

  Replica(Vertx vertx, String url) {
    this(vertx, url, new TestSettings());
  }

  Replica(Vertx vertx, String url, CacheSettings settings) {
    this(vertx, url, settings, () -> Uni.createFrom().item(POSITION));
  }

  /**
   * A replica that reads as soon as it can.
   *
   * @param committed where the channels stand in the database
   */
  public Replica(Vertx vertx, String url, Positions committed) {
    this(vertx, url, new TestSettings(), committed);
  }

  private Replica(Vertx vertx, String url, CacheSettings settings, Positions committed) {
    this.links = TestLinks.open(vertx, 2, url);
    CacheParts parts = new CacheParts(vertx, links, settings, committed);
    this.registry = parts.registry;
    this.meters = parts.meters;
    this.generations = parts.generations;
    this.invalidation = parts.invalidation;
    this.leases = parts.leases;
    this.position = parts.position;
    this.lookup = parts.lookup;
    this.cache = parts.cache;
  }

  Uni<CachedBody> get(CacheKey key, Supplier<Uni<Loaded>> load) {
    return cache.get(key, null, load);
  }

  CachedBody read(CacheKey key, Supplier<Uni<Loaded>> load) {
    return get(key, load).await().atMost(LIMIT);
  }

  /** The text that a read of this key gets. */
  String text(CacheKey key, Supplier<Uni<Loaded>> load) {
    return String.valueOf(read(key, load).body());
  }

  public ReadCache cache() {
    return cache;
  }

  public CurrentPosition position() {
    return position;
  }

  public boolean isUp() {
    return links.isUp();
  }

  public void bump(String... tags) {
    generations.bump(Set.of(tags)).await().atMost(LIMIT);
  }

  long count(SpaceMeters.Outcome outcome) {
    return meters.of(Space.PRODUCTS_DETAIL).count(outcome);
  }

  /** How many {@code MGET}s Redis has executed, asked by this replica's own links. */
  int looksAnswered() {
    Request info = Request.cmd(Command.INFO).arg("commandstats");
    String stats = links.session().orElseThrow().send(info).await().atMost(LIMIT).toString();
    Matcher calls = Pattern.compile("cmdstat_mget:calls=(\\d+)").matcher(stats);
    return calls.find() ? Integer.parseInt(calls.group(1)) : 0;
  }

  static Loaded loaded(Object value) {
    return Loaded.of(("\"" + value + "\"").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    TestLinks.close(links);
  }
}
