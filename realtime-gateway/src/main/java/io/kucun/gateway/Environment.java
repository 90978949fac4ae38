package io.kucun.gateway;

import io.kucun.gateway.access.Grants;
import io.kucun.gateway.session.entry.Origins;
import io.kucun.gateway.session.limits.TrustedProxies;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Checks the environment variables that the gateway is configured by, before anything starts. */
final class Environment {

  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
  private static final Pattern CLAIM = Pattern.compile("[^\\s]+");

  private static final Bound PORT = new Bound.Count(1, 65_535);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Map<String, String> variables;
  private final List<String> faults = new ArrayList<>();

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** One line for each variable that is missing or malformed: its name, and what is expected. */
  List<String> faults() {
    faults.clear();
    required(
        "OIDC_ISSUER", Environment::checkUrl, "the issuer's URL, https://id.example/realms/kucun");
    required("OIDC_AUDIENCE", Environment::checkWord, "the audience that tokens must name");
    optional("OIDC_SERVER_URL", Environment::checkUrl);
    optional("OIDC_ROLE_CLAIM", Environment::checkWord);
    optional("REDIS_URL", RedisUrl::parse);
    optional("REDIS_POOL_SIZE", within(new Bound.Count(1, 1000)));
    optional("REDIS_NAMESPACE", Environment::checkNamespace);
    optional("WS_PORT", within(PORT));
    optional("MANAGEMENT_PORT", within(PORT));
    optional("WS_CHANNELS", Grants::parse);
    list("WS_ALLOWED_ORIGINS", Origins::parse);
    list("TRUSTED_PROXIES", TrustedProxies::parse);
    optional("WS_MAX_CONNECTIONS", within(new Bound.Count(1, 1_000_000)));
    optional("WS_MAX_CONNECTIONS_PER_USER", within(new Bound.Count(1, 1_000_000)));
    optional("WS_MAX_CONNECTIONS_PER_ADDRESS", within(new Bound.Count(1, 1_000_000)));
    optional("WS_MAX_BYTES_PER_CLIENT", within(new Bound.Count(65_536, 1 << 30)));
    optional("WS_MAX_HANDSHAKES_PER_SECOND", within(new Bound.Count(1, 1_000_000)));
    optional("WS_DRAIN_WINDOW", Environment::checkDuration);
    optional(Tracing.VARIABLE, Environment::checkCollector);
    optional("LOG_JSON", within(new Bound.Switch()));
    if (valueOr("WS_PORT", "3002").equals(valueOr("MANAGEMENT_PORT", "9000"))) {
      malformed("MANAGEMENT_PORT", "another port than WS_PORT expected");
    }
    faults.addAll(Tuning.faults(variables));
    return List.copyOf(faults);
  }

  /** Where to listen, by the variables that give the ports; of an environment without faults. */
  Map<String, InetSocketAddress> ports() {
    return Map.of(
        "WS_PORT", address(ListenPorts.HOST, valueOr("WS_PORT", "3002")),
        "MANAGEMENT_PORT",
            address(ListenPorts.MANAGEMENT_HOST, valueOr("MANAGEMENT_PORT", "9000")));
  }

  private InetSocketAddress address(String host, String port) {
    return new InetSocketAddress(valueOr(host, "0.0.0.0"), Integer.parseInt(port));
  }

  private void required(String name, Consumer<String> check, String expected) {
    if (value(name).isEmpty()) {
      faults.add("Missing environment variable " + name + ": " + expected);
    } else {
      optional(name, check);
    }
  }

  private void optional(String name, Consumer<String> check) {
    LongNames.of(name, variables).forEach(it -> check(it, check));
  }

  private void check(String name, Consumer<String> check) {
    String value = value(name);
    if (value.isEmpty()) {
      malformed(name, "it is empty, give it a value or leave it out");
      return;
    }
    try {
      check.accept(value);
    } catch (IllegalArgumentException e) {
      malformed(name, String.valueOf(e.getMessage()));
    }
  }

  private void malformed(String name, String message) {
    faults.add("Malformed environment variable " + name + ": " + message.replaceAll("\\s+", " "));
  }

  private void list(String name, Consumer<List<String>> check) {
    LongNames.of(name, variables).stream()
        .filter(it -> !value(it).isEmpty())
        .forEach(it -> check(it, value -> check.accept(Arrays.asList(value.split(",", -1)))));
  }

  private String value(String name) {
    return variables.getOrDefault(name, "").strip();
  }

  private String valueOr(String name, String otherwise) {
    String value = value(name);
    return value.isEmpty() ? otherwise : value;
  }

  static boolean isPort(String text) {
    return PORT.holds(text);
  }

  private static Consumer<String> within(Bound bound) {
    return value -> {
      if (!bound.holds(value)) {
        throw new IllegalArgumentException(bound.expected());
      }
    };
  }

  private static void checkDuration(String text) {
    try {
      if (!Duration.parse(text).isNegative() && Duration.parse(text).compareTo(LONGEST) <= 0) {
        return;
      }
    } catch (DateTimeParseException e) {
      // Said below.
    }
    throw new IllegalArgumentException("a duration such as PT50S expected, an hour at most");
  }

  private static void checkUrl(String text) {
    var _ = url(text);
  }

  private static URI url(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        if (uri.getUserInfo() != null) {
          throw new IllegalArgumentException("a URL without user and password expected");
        }
        return uri;
      }
    } catch (URISyntaxException e) {
      // Its message repeats the text, and there may be a password in it.
    }
    throw new IllegalArgumentException("a URL such as https://id.example/realms/kucun expected");
  }

  private static void checkCollector(String text) {
    if (url(text).getPort() == Tracing.GRPC_PORT) {
      throw new IllegalArgumentException(
          "4317 is the collector's port for gRPC, that for HTTP expected, 4318 as a rule");
    }
  }

  private static void checkWord(String text) {
    if (!CLAIM.matcher(text).matches()) {
      throw new IllegalArgumentException("a value without spaces expected");
    }
  }

  private static void checkNamespace(String text) {
    if (!NAMESPACE.matcher(text).matches()) {
      throw new IllegalArgumentException("up to 64 letters, digits, '.', '_' and '-' expected");
    }
  }
}
