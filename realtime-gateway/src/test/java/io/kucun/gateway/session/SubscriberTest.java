package io.kucun.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A subscription with a position")
class SubscriberTest {

  private final Desk desk = new Desk();
  private final RecordingWire wire = new RecordingWire();

  @BeforeEach
  void token() {
    desk.token("admin", "ann", Desk.START + 300_000, "admin");
  }

  private List<String> resume(String epoch, long offset) {
    Session session = desk.open("admin", wire);
    desk.say(
        session,
        "{\"type\":\"subscribe\",\"channels\":[\"orders\",\"products\"],\"since\":{\"orders\":{\"epoch\":\"%s\",\"offset\":%d}}}"
            .formatted(epoch, offset));
    session.gone();
    return wire.sent();
  }

  @Test
  @DisplayName(
      "ahead of the hub is answered after that channel was brought forward, with what is missed")
  void ahead() {
    desk.inRedis =
        () -> {
          desk.publish("orders", 1, null);
          desk.publish("orders", 2, null);
          desk.publish("orders", 3, null);
        };
    assertThat(resume("e1", 2))
        .satisfiesExactly(
            answer -> assertThat(answer).contains("\"offset\":2,\"recovered\":true"),
            event -> assertThat(event).isEqualTo("orders 3"));
    assertThat(desk.pursued).containsExactly("orders");
  }

  @Test
  @DisplayName("that is ahead all the same is not recovered, and others ask for nothing")
  void others() {
    desk.publish("orders", 1, null);
    assertThat(resume("e1", 2)).singleElement().asString().contains("\"recovered\":false");
    assertThat(desk.pursued).containsExactly("orders");
    assertThat(resume("e1", 1)).singleElement().asString().contains("\"recovered\":true");
    assertThat(resume("e2", 9)).singleElement().asString().contains("\"recovered\":false");
    assertThat(desk.pursued).containsExactly("orders");
  }
}
