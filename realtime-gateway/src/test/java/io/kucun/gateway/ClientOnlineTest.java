package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@DisplayName("The browser client, on this gateway,")
class ClientOnlineTest extends GatewayTest {

  private Page page(Engine engine, Supplier<String> tokens, String... channels) {
    assumeTrue(engine.isThere(), engine + " is not on the PATH");
    return Page.open(engine, base, tokens, channels);
  }

  private void disconnect(String user) {
    RawRequest order = RawRequest.to(base, "POST /admin/disconnect");
    order.bearer(Tokens.of("root", "admin")).body("{\"sub\":\"sub-" + user + "\"}").send();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("hears every event once, also those of a time in which it was disconnected")
  void resumes(Engine engine) {
    String user = "nora-" + engine;
    String epoch = newEpoch("products");
    try (Page page = page(engine, () -> Tokens.fresh(user, "viewer"), "products", "orders")) {
      page.awaitLine("resync products start");
      redis().publish("products", epoch, 2, null, null);
      page.awaitLine("event products@2");
      disconnect(user);
      page.awaitLine("error token_expired");
      redis().publish("products", epoch, 3, null, null);
      redis().publish("products", epoch, 4, null, null);
      awaitHead("products", epoch, 4);
      page.awaitLine("token new");
      page.awaitLine("event products@4");
      redis().publish("products", epoch, 5, null, null);
      page.awaitLine("event products@5");
      assertThat(page.said("event"))
          .containsExactly(
              "event products@2", "event products@3", "event products@4", "event products@5");
      assertThat(page.said("resync")).containsExactly("resync products start");
      assertThat(page.said("refused")).contains("refused orders forbidden");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("is told why it cannot come in")
  void refused(Engine engine) {
    try (Page page = page(engine, () -> "not-a-token", "products")) {
      page.awaitLine("error invalid_token");
      page.awaitLine("token new");
      assertThat(page.said("state")).containsExactly("state waiting", "state connecting");
    }
  }
}
