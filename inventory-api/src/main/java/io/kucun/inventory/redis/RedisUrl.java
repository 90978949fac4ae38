package io.kucun.inventory.redis;

import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.RedisRole;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is: {@code redis://[user:password@]host[:port][/db]} ({@code rediss} with TLS), or
 * behind Sentinel {@code redis-sentinel://[user:password@]host:port,host:port[/db]#primary}.
 * Several hosts without Sentinel would be a cluster, which is refused: the keys that are used
 * together lie in different slots.
 *
 * @param endpoints one URL a server
 * @param primary the name under which Sentinel knows the primary; null without Sentinel
 */
public record RedisUrl(List<String> endpoints, @Nullable String primary) {
  private static final String HOST = "[^,@/#?\\s]+";
  private static final Pattern SINGLE =
      Pattern.compile("(rediss?://)([^@/#?]*@)?(" + HOST + ")(/\\d{1,5})?/?");
  private static final Pattern SENTINEL =
      Pattern.compile(
          "(rediss?)-sentinel://([^@/#?]*@)?("
              + HOST
              + "(?:,"
              + HOST
              + ")*)(/\\d{1,5})?#([\\w.-]+)");

  /**
   * Reads the URL.
   *
   * @throws IllegalArgumentException if it has neither form; the message does not repeat it
   */
  public static RedisUrl parse(String url) {
    Matcher single = SINGLE.matcher(url);
    if (single.matches()) {
      return new RedisUrl(List.of(url), null);
    }
    Matcher sentinel = SENTINEL.matcher(url);
    if (!sentinel.matches()) {
      throw new IllegalArgumentException("Neither a single Redis nor Sentinel");
    }
    String before = sentinel.group(1) + "://" + orEmpty(sentinel.group(2));
    String after = orEmpty(sentinel.group(4));
    return new RedisUrl(
        Arrays.stream(sentinel.group(3).split(",")).map(host -> before + host + after).toList(),
        sentinel.group(5));
  }

  /** Points the client there. */
  void applyTo(RedisOptions options) {
    options.setEndpoints(endpoints);
    if (primary != null) {
      options.setType(RedisClientType.SENTINEL).setMasterName(primary).setRole(RedisRole.MASTER);
    }
  }

  /** For people and logs: without user and password. */
  @Override
  public String toString() {
    return endpoints.stream()
        .map(endpoint -> endpoint.replaceAll("//[^@/]*@", "//"))
        .reduce((one, next) -> one + "," + next)
        .orElse("");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
