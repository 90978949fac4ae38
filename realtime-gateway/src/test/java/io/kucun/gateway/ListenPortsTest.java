package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The ports to listen on")
class ListenPortsTest {
  private static final String NAME = "WS_PORT";

  @Test
  @DisplayName("are looked at where they will be listened on, and nowhere else")
  void address() throws IOException {
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress("127.0.0.2", 0));
      int port = other.getLocalPort();
      assertThat(ListenPorts.faults(Map.of(NAME, new InetSocketAddress("127.0.0.3", port))))
          .isEmpty();
      for (String taken : new String[] {"127.0.0.2", "0.0.0.0"}) {
        assertThat(ListenPorts.faults(Map.of(NAME, new InetSocketAddress(taken, port))))
            .singleElement()
            .asString()
            .startsWith(NAME + " is " + port + ", a port that cannot be listened on");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-host.invalid", "192.0.2.1"})
  @DisplayName("are of this machine: an address that is not is named, not the port")
  void elsewhere(String host) {
    Map<String, InetSocketAddress> ports =
        Map.of(
            NAME,
            new InetSocketAddress(host, 8080),
            "MANAGEMENT_PORT",
            new InetSocketAddress(host, 9000));
    assertThat(ListenPorts.faults(ports))
        .satisfiesExactly(
            management -> assertThat(management).startsWith("QUARKUS_MANAGEMENT_HOST is " + host),
            http -> assertThat(http).startsWith("QUARKUS_HTTP_HOST is " + host + ", which is no"));
  }
}
