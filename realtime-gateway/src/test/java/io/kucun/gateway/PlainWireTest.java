package io.kucun.gateway;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@TestProfile(PlainWireTest.Plain.class)
@DisplayName("When each client has its own bytes")
class PlainWireTest extends WireContract {

  /** Pings often, so that they come between other frames. */
  public static class Plain implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kucun.session.ping-every",
          "50MS",
          "kucun.session.pong-within",
          "20S",
          "WS_MAX_CONNECTIONS_PER_USER",
          "1000",
          "kucun.wire.shared-frames",
          "false");
    }
  }

  @Override
  int writesFor(int frames) {
    return frames;
  }
}
