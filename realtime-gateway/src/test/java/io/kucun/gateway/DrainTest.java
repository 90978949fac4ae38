package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.session.SessionLifecycle;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DrainTest.Own.class)
@DisplayName("A gateway that stops")
class DrainTest extends GatewayTest {

  private static final int CLIENTS = 200;
  private static final int BUCKETS = 10;
  private static final Pattern DELAY = Pattern.compile("\"afterMs\":(\\d{1,3})}");

  /** An application of its own, for it lets nobody in afterwards. */
  public static class Own implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "WS_MAX_CONNECTIONS_PER_USER", "1000", "WS_MAX_CONNECTIONS_PER_ADDRESS", "1000");
    }
  }

  @Inject @Nullable SessionLifecycle sessions;

  @Test
  @DisplayName("is not ready, sends its clients elsewhere one by one, closes, and lets nobody in")
  void drains() {
    String token = Tokens.of("ann", "viewer");
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(Client.welcomed(base, token));
    }
    Await.until("all are counted", () -> lifecycle().connections() == CLIENTS);
    assertThat(readiness().status()).isEqualTo(200);
    CompletableFuture<Void> drained = CompletableFuture.runAsync(lifecycle()::drain);
    int[] leaving = new int[BUCKETS];
    for (Client client : clients) {
      leaving[delay(client) * BUCKETS / 1_000]++;
      if (client == clients.getFirst()) {
        assertThat(readiness().status()).as("not ready before anybody is told").isEqualTo(503);
        refusesAll(token);
      }
      assertThat(client.closeCode()).isEqualTo(4503);
      client.close();
    }
    assertThat(leaving).containsOnly(CLIENTS / BUCKETS);
    drained.orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(lifecycle().connections()).isZero();
    refusesAll(token);
  }

  private static int delay(Client client) {
    Matcher delay = DELAY.matcher(client.next("reconnect"));
    assertThat(delay.find()).isTrue();
    return Integer.parseInt(delay.group(1));
  }

  private void refusesAll(String token) {
    RawRequest ticket = RawRequest.to(base, "POST /tickets").with("Content-Length", "0");
    for (RawRequest request : new RawRequest[] {RawRequest.upgrade(base, "/ws"), ticket}) {
      RawRequest.Answer refused = request.bearer(token).send();
      Refused.with(refused, 503, "draining");
      assertThat(refused.header("Retry-After")).isNotEmpty();
    }
  }

  private SessionLifecycle lifecycle() {
    return Objects.requireNonNull(sessions);
  }
}
