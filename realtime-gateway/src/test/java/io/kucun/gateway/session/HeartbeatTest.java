package io.kucun.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("With each heartbeat")
class HeartbeatTest {

  private static final String PING = "ping ";

  private final Desk desk = new Desk();
  private final RecordingWire wire = new RecordingWire();
  private long pings;

  @BeforeEach
  void tokens() {
    desk.token("admin", "ann", Desk.START + 3_600_000, "admin");
    desk.token("sales", "sam", Desk.START + 3_600_000, "sales");
  }

  private Session subscribed(String token, RecordingWire to, String... channels) {
    Session session = desk.open(token, to);
    for (String channel : channels) {
      desk.subscribe(session, channel);
    }
    // The answers have told where the channels stand.
    assertThat(desk.hub.quiet(session)).isEmpty();
    to.sent();
    return session;
  }

  /** What is sent with the next ping, and the ping's answer is there at once. */
  private List<String> beat(Session session) {
    desk.beat(Desk.START + ++pings * 25_000, session);
    session.pong(pings);
    return wire.sent();
  }

  private static String positions(String... positions) {
    return "{\"type\":\"position\",\"positions\":{" + String.join(",", positions) + "}}";
  }

  private static String at(String channel, long offset) {
    return "\"" + channel + "\":{\"epoch\":\"e1\",\"offset\":" + offset + "}";
  }

  @Test
  @DisplayName("a quiet client is told where the channels stand that it listens to, and no others")
  void quiet() {
    Session session = subscribed("admin", wire, "orders", "products:other");
    assertThat(beat(session))
        .containsExactly(PING + 1, positions(at("orders", 0), at("products", 0)));
    desk.publish("products", 1, null);
    assertThat(beat(session))
        .containsExactly(PING + 2, positions(at("orders", 0), at("products", 1)));
    assertThat(beat(subscribed("admin", wire))).as("listens to nothing").containsExactly(PING + 1);
  }

  @Test
  @DisplayName("a client is not told of a channel that it heard of since the last")
  void notQuiet() {
    Session session = subscribed("admin", wire, "orders", "products");
    beat(session);
    String event = desk.publish("orders", 1, null);
    assertThat(beat(session)).containsExactly(event, PING + 2, positions(at("products", 0)));
    assertThat(beat(session))
        .containsExactly(PING + 3, positions(at("orders", 1), at("products", 0)));
  }

  @Test
  @DisplayName(
      "a client is told where a channel stands that moves by what it may not read, and resumes there")
  void resumes() {
    Session session = subscribed("sales", wire, "orders");
    for (int offset = 1; offset <= 150; offset++) {
      desk.publish("orders", offset, "sub-sue");
    }
    assertThat(beat(session)).containsExactly(PING + 1, positions(at("orders", 150)));
    session.gone();
    String missed = desk.publish("orders", 151, "sub-sam");
    Session back = desk.open("sales", wire);
    desk.say(back, resume(150));
    assertThat(wire.sent())
        .satisfiesExactly(
            answer -> assertThat(answer).contains("\"recovered\":true"),
            event -> assertThat(event).isEqualTo(missed));
    desk.say(desk.open("sales", wire), resume(0));
    assertThat(wire.sent()).singleElement().asString().contains("\"recovered\":false");
  }

  private static String resume(long offset) {
    return "{\"type\":\"subscribe\",\"channel\":\"orders\",\"since\":{"
        + at("orders", offset)
        + "}}";
  }

  @Test
  @DisplayName("a client that is behind is told nothing before it has got everything")
  void behind() {
    Session session = subscribed("admin", wire, "orders");
    beat(session);
    wire.takesNothing = true;
    String late = desk.publish("orders", 1, null);
    assertThat(beat(session)).containsExactly(PING + 2);
    wire.takesNothing = false;
    desk.hub.catchUp(session);
    assertThat(beat(session)).containsExactly(late, PING + 3);
    assertThat(beat(session)).containsExactly(PING + 4, positions(at("orders", 1)));
  }

  @Test
  @DisplayName("clients at the same place are told in the same words, written once")
  void shared() {
    RecordingWire other = new RecordingWire();
    Session one = subscribed("admin", wire, "orders");
    Session two = subscribed("sales", other, "orders:k");
    desk.beat(Desk.START + 25_000, one, two);
    assertThat(wire.sent().getLast()).isSameAs(other.sent().getLast());
  }
}
