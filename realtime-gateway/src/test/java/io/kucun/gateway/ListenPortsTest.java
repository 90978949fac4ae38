package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
}
