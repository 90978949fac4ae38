package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("The limits that docs/gateway.md lists")
class DocumentedSettingsTest {

  private static final Pattern SETTING = Pattern.compile("`(KUCUN_\\w+)`");

  private final Config config = ConfigProvider.getConfig();

  @Test
  @DisplayName("can be set by the names that stand there")
  void names() throws IOException {
    Set<String> known =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .map(name -> name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Set<String> documented =
        SETTING
            .matcher(Files.readString(Path.of("../docs/gateway.md")))
            .results()
            .map((MatchResult result) -> result.group(1))
            .collect(Collectors.toSet());
    assertThat(documented).hasSizeGreaterThan(10);
    assertThat(known).containsAll(documented);
  }

  @ParameterizedTest
  @CsvSource({
    "kucun.entry.max-connections, 10000",
    "kucun.entry.max-connections-per-user, 10",
    "kucun.entry.max-connections-per-address, 50",
    "kucun.entry.max-handshakes-per-second, 200",
    "kucun.entry.handshake-timeout, 10S",
    "kucun.session.max-channels, 64",
    "kucun.session.max-command-bytes, 16384",
    "kucun.session.commands-per-second, 20",
    "kucun.session.command-burst, 40",
    "kucun.session.stalled-at-most, 30S",
    "kucun.session.ping-every, 25S",
    "kucun.session.pong-within, 10S",
    "kucun.session.token-grace, 25S",
    "kucun.wire.max-bytes-per-client, 65536",
    "kucun.gateway.log-events, 10000",
    "kucun.gateway.log-bytes, 16777216",
    "kucun.gateway.log-age, PT5M",
    "kucun.gateway.older-bytes, 16777216",
    "kucun.gateway.replay-bytes, 33554432",
    "quarkus.websockets-next.server.per-message-compression-supported, false"
  })
  @DisplayName("are on, at the values that stand there, when nobody sets anything")
  void defaults(String name, String value) {
    assertThat(config.getValue(name, String.class)).isEqualTo(value);
  }
}
