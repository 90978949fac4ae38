package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.servers.Ports;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@TestProfile(IdentityProviderTest.Absent.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The identity provider")
class IdentityProviderTest extends GatewayTest {

  private static final String PORT = "kucun.test.identity-provider.port";
  private static final SigningKey ALWAYS = SigningKey.ofTests();
  private static final SigningKey OLD = SigningKey.generate("old");
  private static final SigningKey NEW = SigningKey.generate("new");
  private static final SigningKey STRANGE = SigningKey.generate("strange");
  private static final int STRANGERS = 40;

  /** Nobody listens where the provider should be. */
  public static class Absent implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      // A system property, for this class is loaded more than once.
      String port = System.getProperty(PORT, Integer.toString(Ports.free()));
      System.setProperty(PORT, port);
      return Map.of(
          "quarkus.oidc.public-key",
          "",
          "quarkus.oidc.auth-server-url",
          "http://127.0.0.1:" + port);
    }
  }

  @Inject MeterRegistry registry;

  private static IdentityProvider provider() {
    return new IdentityProvider(Integer.getInteger(PORT, 0), ALWAYS, OLD);
  }

  private RawRequest.Answer handshake() {
    return handshake(Tokens.of("ann", "viewer"));
  }

  private RawRequest.Answer handshake(String token) {
    return RawRequest.upgrade(base, "/ws").bearer(token).send();
  }

  private CompletableFuture<RawRequest.Answer> begin(String token) {
    return CompletableFuture.supplyAsync(() -> handshake(token), Thread::startVirtualThread);
  }

  private double waiting() {
    return registry.get("kucun.gateway.tokens.waiting").gauge().value();
  }

  private void refuse(SigningKey key) {
    Refused.with(handshake(Tokens.signedBy(key, "eve", "viewer")), 401, "invalid_token");
  }

  @Test
  @Order(1)
  @DisplayName("may be away at the start: the gateway refuses for a while, and recovers for good")
  void recovers() {
    assertThat(readiness().status()).isEqualTo(503);
    RawRequest.Answer refused = handshake();
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.hasCode("identity_provider_unavailable")).isTrue();
    assertThat(refused.header("Retry-After")).isEqualTo("5");

    try (IdentityProvider provider = provider()) {
      Await.until("the gateway is ready", () -> readiness().status() == 200);
      assertThat(handshake().status()).isEqualTo(101);
      assertThat(provider).isNotNull();
    }
    assertThat(handshake().status()).isEqualTo(101);
    RawRequest garbage = RawRequest.upgrade(base, "/ws").bearer("a.b.c");
    assertThat(garbage.send().status()).isEqualTo(401);
    assertThat(readiness().status()).isEqualTo(200);
  }

  @Test
  @Order(2)
  @DisplayName(
      "may change its key: the new one is found, the old one forgotten, and who is in stays")
  void rotates() {
    String old = Tokens.signedBy(OLD, "olga", "viewer");
    try (IdentityProvider provider = provider()) {
      Await.until("the gateway is ready", () -> readiness().status() == 200);
      int before = provider.keyRequests();
      try (Client early = Client.welcomed(base, old)) {
        provider.publish(ALWAYS, NEW);
        // The keys at hand are good until a token asks for another.
        assertThat(handshake(old).status()).isEqualTo(101);
        assertThat(provider.keyRequests()).isEqualTo(before);

        changeTo(NEW, provider, old);
        assertThat(provider.keyRequests()).isEqualTo(before + 1);
        assertThat(handshake().status()).isEqualTo(101);
        Refused.with(handshake(old), 401, "invalid_token");
        early.nothingElse();
      }
    }
  }

  /** Several come while the keys are read, which only the first makes the gateway do. */
  private void changeTo(SigningKey key, IdentityProvider provider, String known) {
    String second = Tokens.signedBy(key, "nora", "viewer");
    String strange = Tokens.signedBy(STRANGE, "eve", "viewer");
    int before = provider.keyRequests();
    provider.hold();
    CompletableFuture<RawRequest.Answer> first = begin(Tokens.signedBy(key, "nils", "viewer"));
    Await.until("the keys are asked for", () -> provider.keyRequests() > before);
    CompletableFuture<RawRequest.Answer> another = begin(second);
    CompletableFuture<RawRequest.Answer> stranger = begin(strange);
    Await.until(
        "the others wait, or are answered",
        () -> waiting() == 2 || (another.isDone() && stranger.isDone()));
    assertThat(handshake(known).status()).isEqualTo(101);
    provider.release();
    assertThat(first.join().status()).isEqualTo(101);
    assertThat(another.join().status()).isEqualTo(101);
    Refused.with(stranger.join(), 401, "invalid_token");
    assertThat(waiting()).isZero();
  }

  @Test
  @Order(3)
  @DisplayName("is not asked for its keys over and over by tokens of keys that it never had")
  void strangers() {
    try (IdentityProvider provider = provider()) {
      Await.until("the gateway is ready", () -> readiness().status() == 200);
      int before = provider.keyRequests();
      refuse(STRANGE.as("old"));
      refuse(STRANGE.as("new"));
      for (int i = 0; i < STRANGERS; i++) {
        refuse(STRANGE.as("strange-" + i));
      }
      // At most once in 30 s: now, and perhaps once more if all that took so long.
      assertThat(provider.keyRequests() - before).isLessThanOrEqualTo(2);
    }
  }
}
