package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.recovery.Watch;
import io.kucun.local.servers.LocalServers;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RecoveryTest.Attentive.class)
@DisplayName("A client that comes back after any event, to either of two gateways,")
class ReturnTest extends GatewayTest {

  private static final int EVENTS = Scale.of(40, 200);
  private static final int UNHEARD = 5;
  private static final List<Watch> WATCHES =
      List.of(
          new Watch("orders", null, null),
          new Watch("orders", "k1", null),
          new Watch("orders", null, "sub-own"));

  @Inject GatewayConfig config;
  @Inject Vertx vertx;

  private final List<Roamer> clients = new ArrayList<>();
  private final List<Door> doors = new ArrayList<>();
  private @Nullable Relay begun;
  private @Nullable SecondGateway other;

  /** The second gateway starts when all has been published: it has heard nothing of it. */
  @BeforeEach
  void publish() {
    begun = new Relay(redisUrl, new Random(1), Integer.MAX_VALUE);
    awaitHead("orders", relay().begin("orders").epoch(), 0);
    commit(EVENTS);
    relay().flush();
    awaitHead("orders", relay().last("orders").epoch(), EVENTS);
    other = new SecondGateway(config, vertx);
    Await.until("the other gateway is ready", second().source()::isReady);
    doors.add(new SocketDoor(base));
    doors.add(second());
  }

  @AfterEach
  void leave() {
    LocalServers.resumeRedis();
    LocalServers.startRedis();
    clients.forEach(Roamer::leave);
    second().close();
    relay().close();
  }

  private Relay relay() {
    return Objects.requireNonNull(begun);
  }

  private SecondGateway second() {
    return Objects.requireNonNull(other);
  }

  private void commit(int events) {
    for (int i = 0; i < events; i++) {
      relay().commit("orders", "k" + i % 3, i % 2 == 0 ? "sub-own" : "sub-else");
    }
  }

  /** One client of each kind for each event, which was the last that it heard. */
  private void comeBack(int lastEvent) {
    for (Door door : doors) {
      for (Watch watch : WATCHES) {
        for (int offset = 0; offset <= lastEvent; offset++) {
          String role = watch.owner() == null ? "warehouse" : "sales";
          Position at = new Position(relay().last("orders").epoch(), offset);
          Roamer client = new Roamer("own", role, relay(), List.of(watch)).startAt("orders", at);
          clients.add(client);
          client.connect(door, true);
        }
      }
    }
  }

  private void assertAllUpToDate() {
    Await.until("all have everything", () -> clients.stream().allMatch(Roamer::isUpToDate));
    assertThat(clients).flatExtracting(Roamer::wrong).isEmpty();
  }

  private void assertAllRecovered() {
    assertAllUpToDate();
    assertThat(clients).flatExtracting(Roamer::complaints).isEmpty();
    assertThat(clients).flatExtracting(Roamer::tracks).allMatch(track -> track.recovered == 1);
  }

  private void publishOneMore() {
    commit(1);
    relay().flush();
  }

  @Test
  @DisplayName("gets the rest")
  void calm() {
    comeBack(EVENTS);
    assertAllRecovered();
    publishOneMore();
    assertAllRecovered();
  }

  @Test
  @DisplayName("gets the rest when messages are lost that nobody has missed yet")
  void lost() {
    relay().loseNext(UNHEARD);
    commit(UNHEARD);
    relay().flush();
    comeBack(EVENTS + UNHEARD);
    assertAllRecovered();
  }

  @Test
  @DisplayName("gets the rest while Redis stands still, and what comes then")
  void frozen() {
    LocalServers.pauseRedis();
    comeBack(EVENTS);
    assertAllRecovered();
    LocalServers.resumeRedis();
    publishOneMore();
    assertAllRecovered();
  }

  @Test
  @DisplayName("gets the rest while Redis is away, and reads anew when it comes back empty")
  void crashed() {
    LocalServers.killRedis();
    comeBack(EVENTS);
    assertAllRecovered();
    LocalServers.startRedis();
    relay().close();
    commit(UNHEARD);
    relay().skip();
    publishOneMore();
    assertAllUpToDate();
    assertThat(clients).flatExtracting(Roamer::tracks).allMatch(track -> track.resyncs > 0);
    int before = clients.size();
    comeBack(EVENTS);
    assertAllUpToDate();
    assertThat(clients.subList(before, clients.size()))
        .flatExtracting(Roamer::tracks)
        .allMatch(track -> track.notRecovered == 1);
  }

  @Test
  @DisplayName("misses nothing while the links are down, also if it has heard more than these told")
  void linksKilled() {
    relay().redis().command("CLIENT", "KILL", "TYPE", "pubsub");
    commit(UNHEARD);
    relay().flush();
    comeBack(EVENTS + UNHEARD);
    publishOneMore();
    assertAllUpToDate();
    assertThat(clients)
        .flatExtracting(Roamer::tracks)
        .filteredOn(track -> track.recovered == 1)
        .hasSizeGreaterThanOrEqualTo(doors.size() * WATCHES.size() * (EVENTS + 1));
  }
}
