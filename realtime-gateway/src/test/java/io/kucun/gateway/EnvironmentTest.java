package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The environment")
class EnvironmentTest {

  private static final Map<String, String> LEAST =
      Map.of("OIDC_ISSUER", "http://localhost:8180/realms/kucun", "OIDC_AUDIENCE", "kucun");

  private static String problem(String name, String value) {
    Map<String, String> variables = new HashMap<>(LEAST);
    variables.put(name, value);
    return String.join("\n", new Environment(variables).faults());
  }

  @Test
  @DisplayName("needs an issuer and an audience, no more")
  void least() {
    assertThat(new Environment(LEAST).faults()).isEmpty();
    assertThat(problem("WS_DRAIN_WINDOW", "PT1M30S")).isEmpty();
    assertThat(problem("KUCUN_SESSION_PING_EVERY", "20s")).isEmpty();
    assertThat(problem("KUCUN_GATEWAY_OLDER_BYTES", "0")).isEmpty();
    assertThat(problem("kucun.session.drain-window", "50s")).isEmpty();
    assertThat(problem("KUCUN_ENTRY_TRUSTED_PROXIES", "")).isEmpty();
    assertThat(problem("OIDC_ISSUER", "")).startsWith("Missing environment variable OIDC_ISSUER: ");
    assertThat(problem("OIDC_AUDIENCE", " "))
        .startsWith("Missing environment variable OIDC_AUDIENCE: ");
  }

  @Test
  @DisplayName("takes an empty variable for none only where it is a list")
  void empty() {
    for (String name : List.of("WS_ALLOWED_ORIGINS", "TRUSTED_PROXIES")) {
      assertThat(problem(name, "")).isEmpty();
    }
    for (String name :
        List.of("REDIS_URL", "WS_PORT", "WS_CHANNELS", "OIDC_SERVER_URL", "OIDC_ROLE_CLAIM")) {
      assertThat(problem(name, " "))
          .isEqualTo(
              "Malformed environment variable "
                  + name
                  + ": it is empty, give it a value or leave it out");
    }
  }

  @ParameterizedTest(name = "{0}={1}")
  @DisplayName("is refused with one line that names what is malformed, and never a password")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OIDC_ISSUER                   | keycloak
          OIDC_ISSUER                   | ftp://id.example/x
          OIDC_ISSUER                   | http://
          OIDC_ISSUER                   | http://id.example/a b
          OIDC_SERVER_URL               | //id
          OIDC_AUDIENCE                 | two words
          REDIS_URL                     | localhost:6379
          REDIS_URL                     | redis://a:1,b:2
          REDIS_URL                     | redis-cluster://:secret@a:1
          REDIS_URL                     | redis://:secret@a:99999
          REDIS_URL                     | redis://default:secret
          REDIS_URL                     | redis://:secret
          OIDC_ISSUER                   | https://admin:sec secret@id.example/realms/kucun
          OIDC_ISSUER                   | https://admin:secret%ss@id.example/realms/kucun
          REDIS_URL                     | redis-sentinel://a:1
          REDIS_POOL_SIZE               | 0
          REDIS_NAMESPACE               | a:b
          WS_PORT                       | 70000
          WS_PORT                       | 9000
          MANAGEMENT_PORT               | http
          WS_CHANNELS                   | orders
          WS_ALLOWED_ORIGINS            | *
          WS_ALLOWED_ORIGINS            | https://a.example,null
          WS_ALLOWED_ORIGINS            | https://a.example/
          TRUSTED_PROXIES               | 10.0.0.0/40
          TRUSTED_PROXIES               | 10
          TRUSTED_PROXIES               | 10.0/8
          WS_MAX_CONNECTIONS            | many
          WS_MAX_CONNECTIONS_PER_USER   | -1
          WS_MAX_CONNECTIONS_PER_ADDRESS| 1.5
          WS_MAX_HANDSHAKES_PER_SECOND  | 0
          WS_MAX_BYTES_PER_CLIENT       | 65535
          WS_DRAIN_WINDOW               | 50
          WS_DRAIN_WINDOW               | PT-1S
          WS_DRAIN_WINDOW               | PT2H
          OIDC_SERVER_URL               | https://kucun:secret@id.example/realms/kucun
          OTEL_EXPORTER_OTLP_ENDPOINT   | http://collector:4317
          KUCUN_GATEWAY_LOG_EVENTS      | 0
          KUCUN_GATEWAY_OLDER_BYTES     | -1
          KUCUN_GATEWAY_REPLAY_BYTES    | 99999999999
          KUCUN_SESSION_MAX_CHANNELS    | many
          KUCUN_SESSION_PING_EVERY      | 0S
          KUCUN_SESSION_PONG_WITHIN     | soon
          KUCUN_SESSION_PONG_WITHIN     | ''
          KUCUN_GATEWAY_LOG_AGE         | 9223372036854775807h
          KUCUN_SESSION_TOKEN_GRACE     | 2H
          KUCUN_SESSION_DRAIN_WINDOW    | 2H
          KUCUN_ENTRY_MAX_CONNECTIONS   | many
          KUCUN_ENTRY_ALLOWED_ORIGINS   | *
          KUCUN_GATEWAY_REDIS_URL       | http://a:secret@b
          KUCUN_GATEWAY_CHANNELS        | ''
          kucun.gateway.channels        | orders
          kucun.wire.shared-frames      | no
          KUCUN_WIRE_SHARED_FRAMES      | yes
          WS_MAX_CONNECTIONS            | +5
          """)
  void malformed(String name, String value) {
    assertThat(problem(name, value))
        .startsWith("Malformed environment variable ")
        .contains(name)
        .doesNotContain("secret", "\n")
        .hasSizeLessThan(200);
  }

  @Test
  @DisplayName("may name one Redis, or several Sentinels and a master")
  void redis() {
    assertThat(RedisUrl.parse("redis://127.0.0.1:6379"))
        .isEqualTo(new RedisUrl(List.of("redis://127.0.0.1:6379"), null));
    RedisUrl secure = RedisUrl.parse("rediss://u:p%40w@[::1]:7000/2");
    assertThat(secure.endpoints()).containsExactly("rediss://u:p%40w@[::1]:7000/2");
    assertThat(secure.toString()).doesNotContain("p%40w");
    assertThat(RedisUrl.parse("redis-sentinel://:pw@a:26379,b:26379/1#kucun-master"))
        .isEqualTo(
            new RedisUrl(
                List.of("redis://:pw@a:26379/1", "redis://:pw@b:26379/1"), "kucun-master"));
    assertThat(RedisUrl.parse("redis://cache").options().getEndpoint()).isEqualTo("redis://cache");
  }

  @ParameterizedTest
  @DisplayName("may not name anything else as Redis")
  @ValueSource(
      strings = {
        "",
        "redis:",
        "redis://",
        "http://a",
        "redis://a#m",
        "redis://a b",
        "redis://a:x",
        "redis://-a"
      })
  void notRedis(String url) {
    assertThatThrownBy(() -> RedisUrl.parse(url)).isInstanceOf(IllegalArgumentException.class);
  }
}
