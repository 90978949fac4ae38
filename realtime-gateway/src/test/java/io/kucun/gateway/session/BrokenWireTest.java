package io.kucun.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.protocol.CloseCode;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A socket that cannot be written to")
class BrokenWireTest {

  /** Takes nothing once it is broken. */
  private static final class BrokenWire extends TextWire {
    private boolean broken;
    private @Nullable CloseCode closed;

    @Override
    void pass(String text) {
      if (broken) {
        throw new IllegalStateException("of the test");
      }
    }

    @Override
    public void ping(long number) {}

    @Override
    public void close(CloseCode code) {
      closed = code;
    }
  }

  private final Desk desk = new Desk();
  private final BrokenWire broken = new BrokenWire();
  private final RecordingWire other = new RecordingWire();

  @BeforeEach
  void open() {
    desk.token("ann", "ann", Desk.START + 300_000, "admin");
    desk.subscribe(desk.open("ann", broken), "orders");
    desk.subscribe(desk.open("ann", other), "orders");
    other.sent();
    broken.broken = true;
  }

  @Test
  @DisplayName("is closed, and others hear what happens all the same")
  void events() {
    String event = desk.publish("orders", 1, null);
    assertThat(other.sent()).containsExactly(event);
    assertThat(broken.closed).isEqualTo(CloseCode.INTERNAL);
  }

  @Test
  @DisplayName("is closed, and others hear of an outage all the same")
  void outage() {
    desk.degrade();
    assertThat(other.sent()).singleElement().asString().contains("degraded");
    assertThat(broken.closed).isEqualTo(CloseCode.INTERNAL);
  }

  @Test
  @DisplayName("keeps no command waiting: what fails, fails at once")
  void command() {
    Session session = desk.open("ann", other);
    desk.inRedis =
        () -> {
          throw new IllegalStateException("of the test");
        };
    desk.hold();
    CompletableFuture<Void> done =
        desk.ask(
            session,
            "{\"type\":\"subscribe\",\"channel\":\"orders\",\"since\":{\"orders\":{\"epoch\":\"e1\",\"offset\":9}}}");
    assertThat(done).isNotDone();
    desk.goOn();
    assertThat(done).isCompletedExceptionally();
  }

  @Test
  @DisplayName("is closed when a command cannot be answered, and the command is over")
  void answer() {
    BrokenWire later = new BrokenWire();
    Session session = desk.open("ann", later);
    later.broken = true;
    CompletableFuture<Void> done =
        desk.ask(session, "{\"type\":\"subscribe\",\"channel\":\"products\"}");
    assertThat(done).isDone();
    assertThat(later.closed).isEqualTo(CloseCode.INTERNAL);
  }
}
