package io.kucun.inventory.startup;

import io.kucun.inventory.redis.RedisUrl;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks the environment variables that the service is configured by. */
final class Environment {
  /** Empty is a value of these; any other is either left out or says something. */
  private static final Set<String> MAY_BE_EMPTY =
      Set.of("API_ALLOWED_ORIGINS", "WEB_OIDC_CLIENT_ID", "WEB_GATEWAY_URL");

  private static final int HIGHEST_PORT = 65_535;
  private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

  private final Function<String, @Nullable String> variables;
  private final List<String> faults = new ArrayList<>();

  Environment(Function<String, @Nullable String> variables) {
    this.variables = variables;
  }

  /** One readable line per variable that is missing or malformed. */
  List<String> faults() {
    faults.clear();
    required("DATABASE_URL", Environment::isDatabase, "postgresql://host:5432/database");
    required("DATABASE_USER", value -> true, "the database user's name");
    required("DATABASE_PASSWORD", value -> true, "the database user's password");
    for (String limit : List.of("STATEMENT", "LOCK", "IDLE", "CONNECTION")) {
      optional(
          "DATABASE_" + limit + "_TIMEOUT",
          Environment::isTimeout,
          "an ISO 8601 duration of at most an hour, such as PT5S");
    }
    required(
        "OIDC_ISSUER", Environment::isHttp, "the issuer's URL, https://id.example/realms/kucun");
    required("OIDC_AUDIENCE", value -> true, "the audience that tokens must name");
    optional("OIDC_SERVER_URL", Environment::isHttp, "the URL where the issuer is reached");
    optional(
        "REDIS_URL",
        Environment::isRedis,
        "redis://host:6379 or redis-sentinel://host:26379,host:26379#primary (Redis Cluster is not supported)");
    optional("REDIS_POOL_SIZE", value -> isNumber(value, 1, 64), "a number from 1 to 64");
    optional(
        "REDIS_NAMESPACE",
        value -> value.matches("[A-Za-z0-9._-]{1,64}"),
        "letters, digits, . _ -");
    optional("API_PORT", Environment::isPort, "a port, 1 to 65535");
    optional("MANAGEMENT_PORT", Environment::isPort, "a port, 1 to 65535");
    optional(
        "API_ALLOWED_ORIGINS",
        Environment::areOrigins,
        "origins such as https://shop.example, comma-separated; neither * nor null");
    optional(
        "OIDC_ROLE_CLAIM", value -> value.matches("\\S+"), "a path such as realm_access/roles");
    optional("WEB_OIDC_CLIENT_ID", value -> !value.contains(" "), "the dashboard's client id");
    optional("WEB_GATEWAY_URL", Environment::isHttp, "the gateway's URL as browsers reach it");
    optional("API_DOCS_UI", value -> value.matches("true|false"), "true or false");
    optional(
        Tracing.VARIABLE,
        Environment::isCollector,
        "the collector's URL for HTTP, http://collector:4318 (4317 is for gRPC)");
    optional("LOG_JSON", value -> value.matches("true|false"), "true or false");
    optional("EVENTS_LOG_MAX", value -> isNumber(value, 100, 10_000_000), "a number from 100");
    optional("EVENTS_RETENTION", Environment::isDuration, "an ISO 8601 duration such as P7D");
    for (String copies : List.of(Tuning.COPIED_BYTES, Tuning.COPIED_BYTES_PROPERTY)) {
      optional(
          copies,
          value -> isNumber(value, 0, Tuning.MOST_COPIED_BYTES),
          "a number from 0 to " + Tuning.MOST_COPIED_BYTES);
    }
    if (valueOr("API_PORT", "8080").equals(valueOr("MANAGEMENT_PORT", "9000"))) {
      faults.add("Malformed environment variable MANAGEMENT_PORT: expected another than API_PORT");
    }
    return List.copyOf(faults);
  }

  /** Where to listen, by the variables that give the ports; of an environment without faults. */
  Map<String, InetSocketAddress> ports() {
    return Map.of(
        "API_PORT", address(ListenPorts.HOST, valueOr("API_PORT", "8080")),
        "MANAGEMENT_PORT",
            address(ListenPorts.MANAGEMENT_HOST, valueOr("MANAGEMENT_PORT", "9000")));
  }

  private InetSocketAddress address(String host, String port) {
    return new InetSocketAddress(valueOr(host, "0.0.0.0"), Integer.parseInt(port));
  }

  private String valueOr(String name, String otherwise) {
    String value = variables.apply(name);
    return value == null ? otherwise : value;
  }

  private void required(String name, Predicate<String> valid, String expected) {
    String value = variables.apply(name);
    if (value == null || value.isBlank()) {
      faults.add("Missing environment variable " + name + ": " + expected);
    } else {
      check(name, value, valid, expected);
    }
  }

  private void optional(String name, Predicate<String> valid, String expected) {
    String value = variables.apply(name);
    if (value != null && !(value.isEmpty() && MAY_BE_EMPTY.contains(name))) {
      check(name, value, valid, expected);
    }
  }

  /** The value itself is not repeated: it may hold a password. */
  private void check(String name, String value, Predicate<String> valid, String expected) {
    if (!valid.test(value)) {
      faults.add("Malformed environment variable " + name + ": expected " + expected);
    }
  }

  private static boolean isDatabase(String value) {
    return uri(value, "postgresql") != null
        && value.matches("postgresql://[^/?#@]+/[^/?#]+(\\?.*)?");
  }

  /** Without user and password, for it may be shown. */
  private static boolean isHttp(String value) {
    URI secure = uri(value, "https");
    URI uri = secure == null ? uri(value, "http") : secure;
    return uri != null && uri.getRawUserInfo() == null;
  }

  private static boolean isCollector(String value) {
    return isHttp(value) && URI.create(value).getPort() != Tracing.GRPC_PORT;
  }

  private static boolean isRedis(String value) {
    try {
      return !RedisUrl.parse(value).endpoints().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean areOrigins(String value) {
    for (String origin : value.split(",", -1)) {
      if (!origin.strip().matches("https?://[^/?#*]+")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPort(String value) {
    return isNumber(value, 1, HIGHEST_PORT);
  }

  private static boolean isNumber(String value, long min, long max) {
    return value.matches("\\d{1,15}")
        && Long.parseLong(value) >= min
        && Long.parseLong(value) <= max;
  }

  private static boolean isDuration(String value) {
    try {
      return Duration.parse(value).isPositive();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isTimeout(String value) {
    return isDuration(value) && Duration.parse(value).compareTo(LONGEST_TIMEOUT) <= 0;
  }

  private static @Nullable URI uri(String value, String scheme) {
    try {
      URI uri = new URI(value);
      return scheme.equals(uri.getScheme()) && uri.getRawAuthority() != null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
