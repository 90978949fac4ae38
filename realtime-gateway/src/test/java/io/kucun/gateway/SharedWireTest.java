package io.kucun.gateway;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@TestProfile(SharedWireTest.Shared.class)
@DisplayName("When clients share the bytes of a frame")
class SharedWireTest extends WireContract {

  /** Pings often, so that they come between other frames. */
  public static class Shared implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kucun.session.ping-every",
          "50MS",
          "kucun.session.pong-within",
          "20S",
          "WS_MAX_CONNECTIONS_PER_USER",
          "1000");
    }
  }

  @Override
  int writesFor(int frames) {
    return 1;
  }
}
