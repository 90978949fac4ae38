package io.kucun.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.protocol.CloseCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What goes out to one client")
class OutboundTest {

  /** A socket that is as slow as the test wants. */
  private static class SlowWire implements Wire {
    final List<String> sent = new ArrayList<>();
    final Deque<Runnable> unfinished = new ArrayDeque<>();
    boolean atOnce;
    @Nullable CloseCode closed;

    @Override
    public void send(String text, Runnable done) {
      sent.add(text);
      if (atOnce) {
        done.run();
      } else {
        unfinished.add(done);
      }
    }

    void finishOne() {
      Runnable oldest = unfinished.poll();
      if (oldest != null) {
        oldest.run();
      }
    }

    @Override
    public void ping(long number) {}

    @Override
    public void close(CloseCode code) {
      closed = code;
    }
  }

  private final SlowWire wire = new SlowWire();
  private final Outbound outbound = new Outbound(wire, new Outbound.Bounds(10, 30));

  @Test
  @DisplayName("goes in order, a bounded amount at a time")
  void bounded() {
    for (String text : List.of("aaaaaa", "bbbbbb", "cccccc", "dddddd")) {
      assertThat(outbound.send(text)).isTrue();
    }
    assertThat(wire.sent).containsExactly("aaaaaa", "bbbbbb");
    wire.finishOne();
    assertThat(wire.sent).containsExactly("aaaaaa", "bbbbbb", "cccccc");
    wire.finishOne();
    wire.finishOne();
    assertThat(wire.sent).containsExactly("aaaaaa", "bbbbbb", "cccccc", "dddddd");
  }

  @Test
  @DisplayName("is refused when too much waits")
  void tooSlow() {
    assertThat(outbound.send("x".repeat(10))).isTrue();
    assertThat(outbound.send("y".repeat(30))).isTrue();
    assertThat(outbound.send("z")).isFalse();
    wire.finishOne();
    assertThat(outbound.send("z")).isTrue();
  }

  @Test
  @DisplayName("may be very much, if the socket takes it at once")
  void noRecursion() {
    SlowWire fast = new SlowWire();
    Outbound all = new Outbound(fast, new Outbound.Bounds(1, 1_000_000));
    assertThat(all.send("first")).isTrue();
    for (int i = 0; i < 100_000; i++) {
      assertThat(all.send("x")).isTrue();
    }
    fast.atOnce = true;
    fast.finishOne();
    assertThat(fast.sent).hasSize(100_001);
  }

  @Test
  @DisplayName("arrives whole and in each sender's order, from several threads at once")
  void threads() throws Exception {
    List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch all = new CountDownLatch(60_000);
    ExecutorService socket = Executors.newSingleThreadExecutor();
    Wire wireOfItsOwnThread =
        new SlowWire() {
          @Override
          public void send(String text, Runnable done) {
            arrived.add(text);
            all.countDown();
            socket.execute(done);
          }
        };
    Outbound shared = new Outbound(wireOfItsOwnThread, new Outbound.Bounds(5, 10_000_000));
    List<Thread> senders = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      senders.add(
          Thread.ofPlatform()
              .start(() -> IntStream.range(0, 20_000).forEach(i -> shared.send(name + i))));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
    socket.shutdown();
    assertThat(arrived).hasSize(60_000);
    for (String name : List.of("a", "b", "c")) {
      assertThat(arrived.stream().filter(text -> text.startsWith(name)))
          .containsExactlyElementsOf(IntStream.range(0, 20_000).mapToObj(i -> name + i).toList());
    }
  }

  @Test
  @DisplayName("ends with the first close, and nothing follows")
  void closes() {
    outbound.send("aaaaaaaaaa");
    outbound.send("b");
    assertThat(outbound.close(CloseCode.RATE)).isTrue();
    assertThat(outbound.close(CloseCode.TOO_SLOW)).isFalse();
    assertThat(wire.closed).isEqualTo(CloseCode.RATE);
    wire.finishOne();
    assertThat(outbound.send("c")).isTrue();
    assertThat(wire.sent).containsExactly("aaaaaaaaaa");
    assertThat(outbound.gone()).isEqualTo(CloseCode.RATE);
  }

  @Test
  @DisplayName("ends without a code of ours when the client left")
  void gone() {
    assertThat(outbound.gone()).isNull();
    assertThat(outbound.close(CloseCode.DRAINING)).isFalse();
    assertThat(wire.closed).isNull();
  }

  @Test
  @DisplayName("is pinged now and then, and given up without a pong in time")
  void pulse() {
    Pulse pulse = new Pulse(25_000, 10_000, 5_000);
    assertThat(pulse.at(4_999)).isEqualTo(Pulse.Due.NOTHING);
    assertThat(pulse.at(5_000)).isEqualTo(Pulse.Due.PING);
    assertThat(pulse.at(14_999)).isEqualTo(Pulse.Due.NOTHING);
    pulse.pong(pulse.ping());
    assertThat(pulse.at(29_999)).isEqualTo(Pulse.Due.NOTHING);
    assertThat(pulse.at(30_000)).isEqualTo(Pulse.Due.PING);
    assertThat(pulse.at(40_000)).isEqualTo(Pulse.Due.NO_PONG);
    assertThat(pulse.pong(pulse.ping() - 1)).isFalse();
    assertThat(pulse.at(40_000)).isEqualTo(Pulse.Due.NO_PONG);
    assertThat(pulse.pong(pulse.ping())).isTrue();
    assertThat(pulse.pong(pulse.ping())).isFalse();
    Pulse quick = new Pulse(300, 3_000, 0);
    for (long now = 0; now < 3_000; now += 300) {
      assertThat(quick.at(now)).isEqualTo(Pulse.Due.PING);
    }
    assertThat(quick.at(3_000)).isEqualTo(Pulse.Due.NO_PONG);
  }
}
