package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("An open socket")
class IdleSocketTest extends GatewayTest {

  @Inject RequestWatch requests;

  @Test
  @DisplayName("keeps nothing of the request that it came with")
  void forgetsItsRequest() {
    try (Client client = Client.welcomed(base, Tokens.of("ann", "viewer"))) {
      WeakReference<RoutingContext> request = requests.latest();
      // What the server itself holds is at most the last one.
      Client.welcomed(base, Tokens.of("bob", "viewer")).close();
      Await.until(
          "the request is gone",
          () -> {
            System.gc();
            return request.refersTo(null);
          });
      assertThat(client.isClosed()).isFalse();
    }
  }
}
