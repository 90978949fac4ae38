package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IdentityProviderTest.Absent.class)
@DisplayName("When the identity provider is not there at the start")
class IdentityProviderTest extends GatewayTest {

  private static final String PORT = "kucun.test.identity-provider.port";

  /** Nobody listens where the provider should be. */
  public static class Absent implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      // A system property, for this class is loaded more than once.
      String port = System.getProperty(PORT, Integer.toString(IdentityProvider.freePort()));
      System.setProperty(PORT, port);
      return Map.of(
          "quarkus.oidc.public-key",
          "",
          "quarkus.oidc.auth-server-url",
          "http://127.0.0.1:" + port);
    }
  }

  private RawRequest.Answer handshake() {
    return RawRequest.upgrade(base, "/ws").bearer(Tokens.of("ann", "viewer")).send();
  }

  @Test
  @DisplayName("the gateway starts, refuses for a while, and recovers by itself for good")
  void recovers() {
    assertThat(readiness().status()).isEqualTo(503);
    RawRequest.Answer refused = handshake();
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.hasCode("identity_provider_unavailable")).isTrue();
    assertThat(refused.header("Retry-After")).isEqualTo("5");

    try (IdentityProvider provider = new IdentityProvider(Integer.getInteger(PORT, 0))) {
      Await.until("the gateway is ready", () -> readiness().status() == 200);
      assertThat(handshake().status()).isEqualTo(101);
      assertThat(provider).isNotNull();
    }
    assertThat(handshake().status()).isEqualTo(101);
    RawRequest garbage = RawRequest.upgrade(base, "/ws").bearer("a.b.c");
    assertThat(garbage.send().status()).isEqualTo(401);
    assertThat(readiness().status()).isEqualTo(200);
  }
}
