package io.kucun.gateway;

import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.RedisRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is: {@code redis://[user:password@]host[:port][/db]} ({@code rediss} for TLS), or
 * behind Sentinel {@code redis-sentinel://[user:password@]host:port,host:port[/db]#master}. A
 * cluster is refused: the gateway reads several keys of one channel together, which may lie in
 * different slots.
 *
 * @param endpoints one URL for each server, in the form that the client takes
 * @param master the name under which Sentinel knows the primary; absent without Sentinel
 */
record RedisUrl(List<String> endpoints, @Nullable String master) {

  private static final Pattern FORM =
      Pattern.compile(
          "(redis|rediss|redis-sentinel|rediss-sentinel)://([^@/#?]*@)?([^@/#?]+)(/[0-9]{1,5})?/?(#[\\w.-]+)?");
  private static final Pattern HOST =
      Pattern.compile(
          "(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)(:([0-9]{1,5}))?");

  /**
   * @throws IllegalArgumentException with a message that says what is expected, without the
   *     password
   */
  static RedisUrl parse(String url) {
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "redis://host:6379 expected, rediss:// for TLS, or redis-sentinel://host:26379,host:26379#master");
    }
    boolean sentinel = form.group(1).endsWith("-sentinel");
    String[] hosts = form.group(3).split(",", -1);
    String master = form.group(5);
    if (!sentinel && hosts.length > 1) {
      throw new IllegalArgumentException("one host expected: Redis Cluster is not supported");
    }
    if (sentinel == (master == null)) {
      throw new IllegalArgumentException(
          "redis-sentinel://host:26379,host:26379#master expected for Sentinel, redis://host:6379 without");
    }
    String scheme = form.group(1).startsWith("rediss") ? "rediss://" : "redis://";
    String user = form.group(2) == null ? "" : form.group(2);
    String database = form.group(4) == null ? "" : form.group(4);
    List<String> endpoints = new ArrayList<>();
    for (String host : hosts) {
      checkHost(host);
      endpoints.add(scheme + user + host + database);
    }
    return new RedisUrl(List.copyOf(endpoints), master == null ? null : master.substring(1));
  }

  private static void checkHost(String host) {
    Matcher parts = HOST.matcher(host);
    boolean valid =
        parts.matches() && (parts.group(4) == null || Environment.isPort(parts.group(4)));
    if (!valid) {
      // It may be a password, if the host was forgotten.
      throw new IllegalArgumentException("host:port expected after //, or after user:password@");
    }
  }

  RedisOptions options() {
    RedisOptions options = new RedisOptions().setEndpoints(endpoints);
    if (master != null) {
      options.setType(RedisClientType.SENTINEL).setMasterName(master).setRole(RedisRole.MASTER);
    }
    return options;
  }

  /** Keeps the password out of every log. */
  @Override
  public String toString() {
    return endpoints.stream()
        .map(endpoint -> endpoint.replaceAll("//[^@]*@", "//"))
        .collect(Collectors.joining(","));
  }
}
