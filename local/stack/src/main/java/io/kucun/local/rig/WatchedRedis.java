package io.kucun.local.rig;

import io.kucun.local.client.Resp;
import io.kucun.local.servers.Deletion;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Three Redis, of which three Sentinels make one the primary. One thread at a time. */
public final class WatchedRedis implements AutoCloseable {
  private static final int SIZE = 3;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
  private static final String NAME = "kucun";

  private final Path directory;
  private final Map<Integer, RedisServer> servers = new LinkedHashMap<>();
  private final Map<Integer, RedisServer> sentinels = new LinkedHashMap<>();

  /** Returns when each Sentinel knows the others and both replicas. */
  public WatchedRedis() {
    try {
      directory = Files.createTempDirectory("kucun-watched");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      startAll(Ports.free());
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void startAll(int primary) {
    start(primary, 0);
    for (int i = 1; i < SIZE; i++) {
      start(Ports.free(), primary);
    }
    Await.until("replicas follow", LIMIT, () -> replicas(primary) == SIZE - 1);
    for (int i = 0; i < SIZE; i++) {
      sentinel(Ports.free(), primary);
    }
    Await.until("Sentinels know each other", LIMIT, this::isWatched);
  }

  private void start(int port, int primary) {
    Path home = directory.resolve("redis-" + port);
    servers.put(
        port,
        RedisServer.watched(home, port, directory.resolve("redis-" + port + ".log"), primary));
  }

  private void sentinel(int port, int primary) {
    Path config = directory.resolve("sentinel-" + port + ".conf");
    List<String> lines =
        List.of(
            "sentinel monitor %s 127.0.0.1 %d 2".formatted(NAME, primary),
            "sentinel down-after-milliseconds %s 1000".formatted(NAME),
            "sentinel failover-timeout %s 5000".formatted(NAME),
            "sentinel parallel-syncs %s 1".formatted(NAME));
    try {
      Files.write(config, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sentinels.put(
        port,
        RedisServer.sentinel(
            directory, config, port, directory.resolve("sentinel-" + port + ".log")));
  }

  /** Its address as {@code REDIS_URL} names it. */
  public String url() {
    return sentinels.keySet().stream()
        .map(it -> "127.0.0.1:" + it)
        .collect(Collectors.joining(",", "redis-sentinel://", "#" + NAME));
  }

  /** The port of the primary, as the first Sentinel knows it. */
  public int primary() {
    int sentinel = sentinels.keySet().iterator().next();
    Object address = ask(sentinel, "SENTINEL", "get-master-addr-by-name", NAME);
    return Integer.parseInt(text(((List<?>) Objects.requireNonNull(address)).getLast()));
  }

  /** No signal that the primary could hear; tells its port. */
  public int killPrimary() {
    int primary = primary();
    Objects.requireNonNull(servers.get(primary)).process().stop("KILL", KILL_LIMIT);
    if (Ports.answers(primary)) {
      throw new AssertionError("the primary on port " + primary + " outlived its kill");
    }
    return primary;
  }

  /** Returns when another than that one is the primary, and the third follows it. */
  public void awaitAnother(int before) {
    Await.until(
        "another primary", LIMIT, () -> primary() != before && replicas(primary()) == SIZE - 2);
  }

  /** It comes back, and follows whoever is the primary now. */
  public void back(int port) {
    start(port, primary());
    Await.until("it follows", LIMIT, () -> replicas(primary()) == SIZE - 1 && isWatched());
  }

  /** All know all, and agree on who is the primary. */
  private boolean isWatched() {
    List<Map<String, String>> known = sentinels.keySet().stream().map(it -> master(it)).toList();
    return known.stream().map(it -> it.get("port")).distinct().count() == 1
        && known.stream()
            .allMatch(it ->
                "2".equals(it.get("num-slaves"))
                    && "2".equals(it.get("num-other-sentinels"))
                    && "master".equals(it.get("flags")));
  }

  private static Map<String, String> master(int sentinel) {
    List<?> words = (List<?>) Objects.requireNonNull(ask(sentinel, "SENTINEL", "master", NAME));
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i + 1 < words.size(); i += 2) {
      fields.put(text(words.get(i)), text(words.get(i + 1)));
    }
    return fields;
  }

  /** How many follow the one on that port; none if it is no primary. */
  private static int replicas(int port) {
    List<?> role = (List<?>) Objects.requireNonNull(ask(port, "ROLE"));
    return text(role.getFirst()).equals("master") ? ((List<?>) role.get(2)).size() : 0;
  }

  private static @Nullable Object ask(int port, String... command) {
    try (Resp redis = Resp.open("redis://127.0.0.1:" + port)) {
      return redis.call(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
  }

  @Override
  public void close() {
    List<RedisServer> all = new ArrayList<>(sentinels.values());
    all.addAll(servers.values());
    all.forEach(it -> it.process().stop("KILL", KILL_LIMIT));
    Deletion.of(directory);
  }
}
