package io.kucun.gateway;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@TestProfile(PlainWireTest.Plain.class)
@DisplayName("When each client has its own bytes")
class PlainWireTest extends WireContract {

  /** Nothing is shared. */
  public static class Plain extends SharedWireTest.Shared {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("kucun.wire.shared-frames", "false");
      return settings;
    }
  }

  @Override
  int writesFor(int frames) {
    return frames;
  }

  /** Vert.x waits for ten seconds. */
  @Override
  int cutWithinMillis() {
    return 30_000;
  }
}
