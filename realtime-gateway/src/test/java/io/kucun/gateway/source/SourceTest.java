package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.LogLimits;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A source of several channels")
class SourceTest {

  private final Map<String, Position> inRedis = new HashMap<>();
  private final List<String> abandoned = new ArrayList<>();
  private final Hub hub =
      new Hub(Set.of("busy", "quiet"), new LogLimits(10, 1_000, 1_000), Runnable::run);
  private final Source source =
      new Source(
          hub,
          Set.of("busy", "quiet"),
          "events:",
          new Positions(),
          new SourceCounters(),
          new LinkReport("here"),
          abandoned::add);

  /** What happens while an answer about positions is on its way. */
  private Runnable onTheWay = () -> {};

  private boolean mute;
  private int logsRead;

  /** Positions whose logs are empty. */
  private final class Positions implements LogReader {
    @Override
    public Uni<Tail> tail(String channel, @Nullable Position after) {
      logsRead++;
      return Uni.createFrom().item(() -> new Tail(inRedis.get(channel), List.of()));
    }

    @Override
    public Uni<Map<String, Position>> positions(List<String> channels) {
      Map<String, Position> answer = Map.copyOf(inRedis);
      Uni<Map<String, Position>> answered = Uni.createFrom().item(answer).invoke(onTheWay);
      return mute ? answered.onItem().failWith(() -> new IllegalStateException("mute")) : answered;
    }
  }

  private void everywhere(String epoch) {
    inRedis.put("busy", new Position(epoch, 7));
    inRedis.put("quiet", new Position(epoch, 5));
  }

  private void arrive(Position position) {
    String event =
        "{\"channel\":\"busy\",\"data\":0,\"ts\":1,\"offset\":%d,\"epoch\":\"%s\"}"
            .formatted(position.offset(), position.epoch());
    source.message("events:busy", event.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("that hears of a new numbering on one, looks at the others at once")
  void newEpoch() {
    everywhere("e1");
    source.up();
    everywhere("e2");
    arrive(new Position("e2", 7));
    assertThat(hub.head("quiet")).isEqualTo(new Position("e2", 5));
  }

  @Test
  @DisplayName("finds a new numbering that nobody told of the first time that it looks")
  void quiet() {
    everywhere("e1");
    source.up();
    everywhere("e2");
    source.tick();
    assertThat(hub.head("busy")).isEqualTo(new Position("e2", 7));
    assertThat(hub.head("quiet")).isEqualTo(new Position("e2", 5));
  }

  @Test
  @DisplayName("reads no log because an event has overtaken the answer")
  void overtaken() {
    everywhere("e1");
    source.up();
    int before = logsRead;
    onTheWay = () -> arrive(new Position("e1", 8));
    source.tick();
    assertThat(hub.head("busy")).isEqualTo(new Position("e1", 8));
    assertThat(logsRead).isEqualTo(before);
  }

  @Test
  @DisplayName("reads no log because of an answer that comes when the link is gone")
  void tooLate() {
    everywhere("e1");
    source.up();
    int before = logsRead;
    everywhere("e2");
    onTheWay = () -> source.down("for a test");
    source.tick();
    assertThat(logsRead).isEqualTo(before);
  }

  @Test
  @DisplayName("gives the link up that positions cannot be read by, and not the one after it")
  void unreadable() {
    mute = true;
    source.up();
    onTheWay =
        () -> {
          source.down("for a test");
          source.up();
        };
    source.tick();
    assertThat(abandoned).isEmpty();
    onTheWay = () -> {};
    source.tick();
    assertThat(abandoned).containsExactly("cannot read from Redis: mute");
  }

  @Test
  @DisplayName("lets nobody wait for ever, who waits for several channels once")
  void turns() {
    everywhere("e1");
    source.up();
    source.down("for a test");
    List<String> done = new ArrayList<>();
    source.pursue(Set.of("busy", "quiet"), () -> done.add("one"));
    for (int i = 0; i < Pursuers.PATIENCE; i++) {
      assertThat(done).isEmpty();
      source.turn();
    }
    assertThat(done).containsExactly("one");
  }

  @Test
  @DisplayName("tells whether Redis is in reach, and stays ready when it is not")
  void reach() {
    assertThat(source.isReachable()).isFalse();
    everywhere("e1");
    source.up();
    assertThat(source.isReachable()).isTrue();
    source.down("for a test");
    assertThat(source.isReachable()).isFalse();
    assertThat(source.isReady()).isTrue();
  }
}
