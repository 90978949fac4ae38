package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Envelope;
import io.micrometer.core.instrument.Metrics;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds whichever way frames take to the sockets. */
abstract class WireContract extends GatewayTest {

  private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"channel\":\"inventory\"}";
  private static final int TOGETHER = 20;

  @Inject Vertx vertx;

  /** Writes to a socket for so many frames that are due at the same time. */
  abstract int writesFor(int frames);

  /**
   * How long a socket that was closed may stay for a client that does not close it too. Less than
   * the ten seconds that Vert.x waits, so that it does not pass for us.
   */
  int cutWithinMillis() {
    return 8_000;
  }

  private Client viewer() {
    return Client.welcomed(base, Tokens.of("vera", "viewer"));
  }

  private static String live(int n) {
    return "{\"channel\":\"inventory\",\"data\":" + n + ",\"ts\":1}";
  }

  /** Publishes events that are live only, all in one turn of the hub. */
  private List<String> publishTogether(int first, int count) {
    List<String> texts =
        IntStream.range(first, first + count).mapToObj(WireContract::live).toList();
    hub.run(h ->
        texts.forEach(text -> h.publish(new Envelope("inventory", null, null, 1, null, text))));
    return texts;
  }

  @Test
  @DisplayName("the answer comes before the replay, the replay before what is live")
  void order() {
    String epoch = newEpoch("inventory");
    long offset = 1;
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 5; i++) {
        redis().publish("inventory", epoch, ++offset, null, null);
      }
      awaitHead("inventory", epoch, offset);
      try (Client client = viewer()) {
        client.send(
            "{\"type\":\"subscribe\",\"channel\":\"inventory\",\"since\":{\"inventory\":{\"epoch\":\"%s\",\"offset\":1}}}"
                .formatted(epoch));
        for (int i = 0; i < 5; i++) {
          redis().publish("inventory", epoch, ++offset, null, null);
        }
        assertThat(client.next("subscribed")).contains("\"recovered\":true");
        Trail trail = new Trail(1);
        while (trail.at() < offset) {
          trail.follow(client.next());
        }
        client.nothingElse();
      }
    }
  }

  @Test
  @DisplayName("answers, pings and events share the socket, each kind in its order")
  void interleaved() {
    newEpoch("inventory");
    try (Client client = viewer()) {
      client.sendInParts("{\"type\":\"sub", "scribe\",\"channel\"", ":\"inventory\"}");
      client.next("subscribed");
      for (int i = 0; i < TOGETHER; i++) {
        publishTogether(i * 10, 10);
        client.send("{\"type\":\"ping\",\"id\":" + i + "}");
      }
      int events = 0;
      int pongs = 0;
      while (events < TOGETHER * 10 || pongs < TOGETHER) {
        String frame = client.next();
        if (frame.startsWith("{\"channel\"")) {
          assertThat(frame).isEqualTo(live(events++));
        } else {
          assertThat(frame).isEqualTo("{\"type\":\"pong\",\"id\":" + pongs++ + "}");
        }
      }
      client.nothingElse();
    }
  }

  @Test
  @DisplayName("events of every length arrive as they are")
  void lengths() {
    String epoch = newEpoch("inventory");
    try (Client client = viewer()) {
      client.send(SUBSCRIBE).next("subscribed");
      long offset = 1;
      int around = Publisher.envelope("inventory", epoch, 2, null, null).length() + 10;
      for (int bytes : new int[] {1, 126 - around, 1 << 14, (1 << 16) - around, 1 << 16, 400_000}) {
        for (int more = 0; more < 3; more++) {
          int size = Math.max(1, bytes + more);
          String event = redis().publishLarge("inventory", epoch, ++offset, size);
          assertThat(client.next()).isEqualTo(event);
        }
      }
      client.nothingElse();
    }
  }

  @Test
  @DisplayName("events that come together are written together")
  void together() {
    newEpoch("inventory");
    try (Client one = viewer();
        Client other = viewer()) {
      one.send(SUBSCRIBE).next("subscribed");
      other.send(SUBSCRIBE).next("subscribed");
      one.nothingElse();
      other.nothingElse();
      settle();
      double writes = counted("writes");
      double frames = counted("frames");
      List<String> texts = publishTogether(0, TOGETHER);
      for (String text : texts) {
        assertThat(one.next()).isEqualTo(text);
        assertThat(other.next()).isEqualTo(text);
      }
      Await.until("all is counted", () -> counted("frames") == frames + 2 * TOGETHER);
      assertThat(counted("writes") - writes).isEqualTo(2 * writesFor(TOGETHER));
    }
  }

  /** What a client has been sent is counted a moment later, by the event loop that sent it. */
  private void settle() {
    for (int hop = 0; hop < 2; hop++) {
      for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
        loop.submit(() -> {}).syncUninterruptibly();
      }
    }
  }

  private static double counted(String name) {
    return Metrics.globalRegistry.get("kucun.gateway." + name).functionCounter().count();
  }

  @Test
  @DisplayName("nothing follows a close, whoever closes")
  void closes() {
    newEpoch("inventory");
    byte[] binary = {(byte) 0x82, (byte) 0x81, 0, 0, 0, 0, 1};
    byte[] goodbye = {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xe8};
    closesAfter(binary, 4400);
    closesAfter(goodbye, 1000);
  }

  private void closesAfter(byte[] frame, int code) {
    String token = Tokens.of("cid", "viewer");
    try (SilentClient client = new SilentClient(base, token, cutWithinMillis())) {
      client.send(SUBSCRIBE);
      assertThat(client.next()).contains("welcome");
      assertThat(client.next()).contains("subscribed");
      publishOneByOne();
      client.sendRaw(frame);
      publishOneByOne();
      assertThat(client.closeCode()).isEqualTo(code);
      assertThat(client.awaitEnd()).as("bytes after the close frame").isZero();
    }
  }

  private void publishOneByOne() {
    for (int i = 0; i < 100; i++) {
      publishTogether(i, 1);
    }
  }

  @Test
  @DisplayName("every buffer is released, also of clients that leave or stall")
  void releases() {
    newEpoch("inventory");
    try (LeakWatch leaks = new LeakWatch()) {
      try (SilentClient stalled = new SilentClient(base, Tokens.of("sid", "viewer"));
          Client healthy = viewer()) {
        stalled.send(SUBSCRIBE);
        healthy.send(SUBSCRIBE).next("subscribed");
        for (int i = 0; i < 30; i++) {
          try (Client leaving = viewer()) {
            leaving.send(SUBSCRIBE).next("subscribed");
            publishTogether(i * TOGETHER, TOGETHER);
          }
          for (int n = 0; n < TOGETHER; n++) {
            assertThat(healthy.next()).isEqualTo(live(i * TOGETHER + n));
          }
        }
      }
      Await.until("all are gone", () -> hub.counters().subscriptions() == 0);
      assertThat(leaks.leaks()).isEmpty();
    }
  }
}
