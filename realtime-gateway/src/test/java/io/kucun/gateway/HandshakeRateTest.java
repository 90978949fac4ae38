package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(HandshakeRateTest.Slow.class)
@DisplayName("Handshakes and tickets that come too fast")
class HandshakeRateTest extends GatewayTest {

  /** Lets one in a second. */
  public static class Slow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("WS_MAX_HANDSHAKES_PER_SECOND", "1");
    }
  }

  private static void untilRefused(RawRequest request) {
    RawRequest.Answer answer = request.send();
    for (int i = 0; i < 50 && answer.status() < 300; i++) {
      answer = request.send();
    }
    Refused.with(answer, 503, "too_many_handshakes");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  @Test
  @DisplayName("are told to come again in a second")
  void tooFast() {
    String token = Tokens.of("rae", "admin");
    untilRefused(RawRequest.upgrade(base, "/ws").bearer(token));
    untilRefused(RawRequest.to(base, "POST /tickets").with("Content-Length", "0").bearer(token));
  }
}
