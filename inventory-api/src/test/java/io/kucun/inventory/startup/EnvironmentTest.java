package io.kucun.inventory.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The environment")
class EnvironmentTest {
  private static Map<String, String> complete() {
    return new HashMap<>(
        Map.of(
            "DATABASE_URL", "postgresql://db:5432/kucun",
            "DATABASE_USER", "kucun",
            "DATABASE_PASSWORD", "secret",
            "OIDC_ISSUER", "https://id.example/realms/kucun",
            "OIDC_AUDIENCE", "kucun"));
  }

  @Test
  @DisplayName("that is complete has no fault")
  void valid() {
    assertThat(new Environment(complete()::get).faults()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "redis://127.0.0.1:6379",
        "rediss://:secret@redis.example:6380/2",
        "redis-sentinel://:secret@a:26379,b:26379#primary"
      })
  @DisplayName("with Redis in any of its forms has no fault")
  void redis(String url) {
    Map<String, String> variables = complete();
    variables.put("REDIS_URL", url);
    assertThat(new Environment(variables::get).faults()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD", "OIDC_ISSUER", "OIDC_AUDIENCE"})
  @DisplayName("that lacks a variable is told so by its name")
  void missing(String name) {
    Map<String, String> variables = complete();
    variables.remove(name);
    assertThat(new Environment(variables::get).faults())
        .singleElement()
        .asString()
        .startsWith("Missing environment variable " + name + ":")
        .doesNotContain("\n");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "DATABASE_URL|jdbc:postgresql://db/kucun",
        "DATABASE_URL|postgresql://db",
        "DATABASE_URL|postgresql://user:secret@db:5432/kucun",
        "REDIS_URL|''",
        "API_PORT|''",
        "OIDC_ROLE_CLAIM|''",
        "REDIS_URL|http://redis",
        "REDIS_URL|redis://a:1,redis://b:2",
        "REDIS_URL|redis-sentinel://a:26379,b:26379",
        "REDIS_POOL_SIZE|many",
        "REDIS_POOL_SIZE|0",
        "REDIS_NAMESPACE|a b",
        "API_PORT|70000",
        "MANAGEMENT_PORT|-1",
        "MANAGEMENT_PORT|8080",
        "API_ALLOWED_ORIGINS|*",
        "API_ALLOWED_ORIGINS|null",
        "API_ALLOWED_ORIGINS|https://a.example/path",
        "OIDC_ISSUER|id.example",
        "DATABASE_LOCK_TIMEOUT|5 seconds",
        "DATABASE_STATEMENT_TIMEOUT|PT0S",
        "DATABASE_CONNECTION_TIMEOUT|PT2H",
        "LOG_JSON|yes",
        "WEB_GATEWAY_URL|https://user:secret@gateway.example",
        "OTEL_EXPORTER_OTLP_ENDPOINT|http://collector:4317",
        "EVENTS_LOG_MAX|few",
        "EVENTS_RETENTION|7 days",
        "KUCUN_CACHE_COPIED_BYTES|-1",
        "kucun.cache.copied-bytes|16M"
      })
  @DisplayName("with a malformed variable is told which, without its secret")
  void malformed(String name, String value) {
    Map<String, String> variables = complete();
    variables.put(name, value);
    assertThat(new Environment(variables::get).faults())
        .singleElement()
        .asString()
        .startsWith("Malformed environment variable " + name + ": expected ")
        .doesNotContain("secret");
  }
}
