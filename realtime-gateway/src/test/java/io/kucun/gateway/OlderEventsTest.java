package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Batch;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.Member;
import io.kucun.gateway.hub.ResumeOutcome;
import io.kucun.gateway.hub.Subscription;
import io.kucun.gateway.hub.Target;
import io.kucun.local.servers.LocalServers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OlderEventsTest.Forgetful.class)
@DisplayName("With a log in Redis that is longer than the gateway's memory")
class OlderEventsTest extends GatewayTest {

  private static final int MEMORY = 2_000;
  private static final int EVENTS = 20_000;
  private static final int PIECE = 1_000;
  private static final int CLIENTS = 10_000;
  private static final int KEYS = 1_000;

  /** Remembers a tenth of the log. */
  public static class Forgetful implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("kucun.gateway.log-events", Integer.toString(MEMORY));
    }
  }

  /** Listens to one entity, and keeps the offsets of what it hears. */
  private static final class Listener implements Member {
    private static final Pattern OFFSET = Pattern.compile("\"offset\":(\\d+)");
    final List<Long> heard = new ArrayList<>();
    final long since;
    final String key;
    boolean recovered;

    Listener(long since) {
      this.since = since;
      this.key = "k" + since * 7 % KEYS;
    }

    @Override
    public boolean takes(int bytes) {
      return true;
    }

    @Override
    public void deliver(Batch batch) {
      batch
          .messages()
          .forEach(message -> hear(new String(message.payload(), StandardCharsets.UTF_8)));
    }

    private void hear(String text) {
      Matcher offset = OFFSET.matcher(text);
      heard.add(offset.find() ? Long.parseLong(offset.group(1)) : -1L);
    }

    @Override
    public void resync(String channel, @Nullable Position at) {
      heard.add(-2L);
    }

    @Override
    public void degraded(boolean on) {}

    List<Long> owed() {
      List<Long> owed = new ArrayList<>();
      for (long offset = since + 1; offset <= EVENTS + 1; offset++) {
        if (key.equals("k" + offset % KEYS)) {
          owed.add(offset);
        }
      }
      return owed;
    }
  }

  private void resume(Listener listener, String epoch, CountDownLatch answered) {
    Target target = new Target("inventory", listener.key);
    List<Subscription> wanted =
        List.of(new Subscription(target, null, new Position(epoch, listener.since)));
    hub.run(h -> {
      h.join(listener);
      h.recall(
          wanted,
          () ->
              h.subscribe(
                  listener,
                  wanted,
                  outcomes -> {
                    listener.recovered = Boolean.TRUE.equals(outcomes.getFirst().recovered());
                    answered.countDown();
                  }));
    });
  }

  @Test
  @DisplayName("ten thousand clients from ten thousand places get what each missed, for some reads")
  void allAtOnce() throws InterruptedException {
    String epoch = newEpoch("inventory");
    LongLog.fill(redis(), "inventory", epoch, KEYS, EVENTS);
    awaitHead("inventory", epoch, EVENTS);
    redis().command("CONFIG", "RESETSTAT");
    long before = hub.counters().resumes(ResumeOutcome.LOG);
    CountDownLatch answered = new CountDownLatch(CLIENTS);
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Listener listener = new Listener((long) i * EVENTS / CLIENTS);
      listeners.add(listener);
      resume(listener, epoch, answered);
    }
    assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
    redis().publish("inventory", epoch, EVENTS + 1, "k" + (EVENTS + 1) % KEYS, null);
    awaitHead("inventory", epoch, EVENTS + 1);
    assertThat(head("inventory")).as("after it was given out").isNotNull();
    for (Listener listener : listeners) {
      assertThat(listener.recovered).isTrue();
      assertThat(listener.heard).as("after %s", listener.since).isEqualTo(listener.owed());
    }
    assertThat(redis().calls("xrevrange")).isEqualTo((EVENTS - MEMORY) / PIECE);
    assertThat(redis().calls("xrange")).isZero();
    assertThat(hub.counters().resumes(ResumeOutcome.LOG) - before)
        .isEqualTo((long) CLIENTS * (EVENTS - MEMORY) / EVENTS);
    listeners.forEach(listener -> hub.run(h -> h.leave(listener)));
  }

  /** More of a channel than the gateway remembers; resumes begin behind its third event. */
  private String longLog() {
    String epoch = newEpoch("products");
    for (long offset = 2; offset <= MEMORY + 10; offset++) {
      redis().publish("products", epoch, offset, null, null);
    }
    awaitHead("products", epoch, MEMORY + 10);
    return epoch;
  }

  private static String resume(Client client, String epoch) {
    client.send(
        "{\"type\":\"subscribe\",\"channel\":\"products\",\"since\":{\"products\":{\"epoch\":\"%s\",\"offset\":3}}}"
            .formatted(epoch));
    return client.next("subscribed");
  }

  @Test
  @DisplayName("a socket that was away for long goes on where it was; not, if it was too long")
  void socket() {
    String epoch = longLog();
    try (Client client = Client.welcomed(base, Tokens.of("ola", "viewer"))) {
      assertThat(resume(client, epoch)).contains("\"offset\":3,\"recovered\":true");
      for (long offset = 4; offset <= MEMORY + 10; offset++) {
        assertThat(client.next())
            .isEqualTo(Publisher.envelope("products", epoch, offset, null, null));
      }
    }
    redis().command("XTRIM", "kucun:log:products", "MAXLEN", "0");
    Await.until(
        "older events are let go of",
        () -> {
          hub.run(Hub::forget);
          return hub.counters().olderBytes() == 0;
        });
    try (Client client = Client.welcomed(base, Tokens.of("ola", "viewer"))) {
      assertThat(resume(client, epoch)).contains("\"recovered\":false");
    }
  }

  @Test
  @DisplayName("a socket is answered although Redis hangs")
  void hangs() {
    String epoch = longLog();
    try (Client client = Client.welcomed(base, Tokens.of("ola", "viewer"))) {
      LocalServers.pauseRedis();
      assertThat(resume(client, epoch)).contains("\"recovered\":false");
    } finally {
      LocalServers.resumeRedis();
    }
    assertThat(hub.counters().resumes(ResumeOutcome.UNREACHABLE)).isEqualTo(1);
  }
}
