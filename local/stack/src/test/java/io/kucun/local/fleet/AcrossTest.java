package io.kucun.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kucun.local.fleet.Finding.Kind;
import io.kucun.local.fleet.Note.Ended;
import io.kucun.local.fleet.Note.Heard;
import io.kucun.local.rig.Await;
import io.kucun.local.testing.Scale;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

@Order(14)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Two gateways")
class AcrossTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int POINTS = Scale.of(20, 150);
  private static final int CROWD = 40;
  private static final int PER_SECOND = 200;
  private static final int NORMAL = 1000;
  private static final int DISCONNECTED = 4401;
  private static final Interest INVENTORY = new Interest(List.of("inventory"), "");

  private final Fleet fleet = new Fleet("kucun-across");
  private int visitors;

  @AfterAll
  void close() {
    fleet.close();
  }

  private Visitor visitor(String subject, String role) {
    visitors++;
    String address = "10.2." + visitors / 256 + "." + visitors % 256;
    return new Visitor(subject, fleet.issuer().token(role, subject), address, false);
  }

  /** Connected to the first of these gateways; goes to the next whenever it has no socket. */
  private Client client(Visitor visitor, Gateway... gateways) {
    Diary diary = new Diary(visitor.subject(), INVENTORY);
    ConcurrentLinkedQueue<Gateway> route = new ConcurrentLinkedQueue<>(List.of(gateways));
    Client client = new Client(visitor, diary, fleet.ledger(), route::poll, false).start();
    until(client, Diary::isSubscribed);
    return client;
  }

  private List<Client> clients(String name, Gateway... gateways) {
    return IntStream.range(0, POINTS)
        .mapToObj(it -> client(visitor(name + "-" + it, "viewer"), gateways))
        .toList();
  }

  private static void until(Client client, Predicate<Diary> condition) {
    Await.until(client.diary().name(), LIMIT, () -> condition.test(client.diary()));
  }

  private static void heard(Client client, Event event) {
    until(client, it -> it.newest("inventory") >= event.offset());
  }

  private Event publish() {
    return fleet.relay().publish("inventory", "key");
  }

  private static void refused(int status, String code, Entry entry) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> entry.go().close());
    assertThat(refusal).as(code).isNotNull();
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.code()).isEqualTo(code);
  }

  /** A way in. */
  private interface Entry {
    FrameSocket go() throws IOException, Refusal;
  }

  @Test
  @Order(1)
  @DisplayName("take each other's tickets, each once")
  void ticket() throws Exception {
    Visitor visitor = visitor("ticketed", "viewer");
    String ticket = visitor.ticket(fleet.first());
    try (FrameSocket socket = visitor.enter(fleet.second(), ticket)) {
      assertThat(socket.next().text()).contains("\"type\":\"welcome\"");
    }
    for (Gateway gateway : fleet.gateways()) {
      refused(401, "invalid_ticket", () -> visitor.enter(gateway, ticket));
    }
  }

  @Test
  @Order(2)
  @DisplayName("both close the sockets of a user who is disconnected at one, and nobody else's")
  void disconnected() throws Exception {
    Visitor user = visitor("user", "viewer");
    Visitor neighbour = visitor("neighbour", "viewer");
    Visitor admin = visitor("admin", "admin");
    List<Gateway> all = fleet.gateways();
    List<Client> gone =
        IntStream.range(0, 4).mapToObj(it -> client(user, all.get(it % 2))).toList();
    List<Client> others = all.stream().map(it -> client(neighbour, it)).toList();
    long began = System.nanoTime();
    assertThat(admin.disconnect(fleet.first(), user.subject()).status()).isEqualTo(202);
    Event after = publish();
    others.forEach(it -> heard(it, after));
    for (Client client : gone) {
      until(client, Diary::isGone);
      assertThat(client.diary().all(Ended.class))
          .extracting(Ended::code)
          .containsExactly(DISCONNECTED);
      assertThat(client.diary().all(Heard.class)).as("what was published after 202").isEmpty();
    }
    long last =
        gone.stream()
            .flatMap(it -> it.diary().all(Ended.class))
            .mapToLong(Ended::nanos)
            .max()
            .orElseThrow();
    System.out.printf(
        "Disconnected: the last of %d sockets after %.0f ms%n", gone.size(), (last - began) / 1e6);
    assertThat(others).allMatch(it -> it.diary().isSubscribed());
    for (Gateway gateway : all) {
      refused(401, "token_revoked", () -> user.enter(gateway));
      // Issue is told in whole seconds: in the second of the order, a new token looks old.
      Await.until("a new token is taken", LIMIT, () -> isLetIn(visitor("user", "viewer"), gateway));
    }
    others.forEach(Client::leave);
  }

  private static boolean isLetIn(Visitor visitor, Gateway gateway) {
    try (FrameSocket socket = visitor.enter(gateway)) {
      return socket.next().opcode() == Frame.TEXT;
    } catch (Refusal e) {
      assertThat(e.code()).isEqualTo("token_revoked");
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Order(3)
  @DisplayName("give everything to clients that come to one that has been stopped meanwhile")
  void behind() {
    List<Client> clients = clients("ahead", fleet.first(), fleet.second());
    fleet.second().service().signal("STOP");
    for (Client client : clients) {
      heard(client, publish());
      client.leave();
    }
    Await.until("all knock", LIMIT, () -> fleet.second().clients().get() == POINTS);
    fleet.second().service().signal("CONT");
    allIsWell(clients);
  }

  @Test
  @Order(4)
  @DisplayName("give everything to clients of one that was stopped, at the other and back there")
  void ahead() {
    List<Client> clients = clients("behind", fleet.first(), fleet.second(), fleet.first());
    fleet.first().service().signal("STOP");
    for (Client client : clients) {
      publish();
      client.drop();
    }
    clients.forEach(it -> until(it, diary -> diary.opened() == 2 && diary.isSubscribed()));
    fleet.first().service().signal("CONT");
    for (Client client : clients) {
      publish();
      client.leave();
    }
    allIsWell(clients);
  }

  private void allIsWell(List<Client> clients) {
    clients.forEach(it -> until(it, Diary::isSubscribed));
    Event last = publish();
    clients.forEach(it -> heard(it, last));
    clients.forEach(Client::leave);
    clients.forEach(it -> until(it, Diary::isGone));
    List<Diary> diaries = clients.stream().map(Client::diary).toList();
    assertThat(Checker.check(diaries, fleet.ledger(), Set.of(NORMAL))).isEmpty();
  }

  @Test
  @Order(5)
  @DisplayName("cut clients off when one is killed, which is noticed, and even so lose nothing")
  void killed() {
    Crowd crowd = new Crowd(fleet, CROWD);
    int there;
    Flow flow = new Flow(fleet.relay(), PER_SECOND, crowd.sellers(), new Random(1));
    try (flow) {
      crowd.arrive();
      there = fleet.first().clients().get();
      fleet.first().service().signal("KILL");
      crowd.awaitElsewhere(fleet.first());
    }
    crowd.awaitAbreast();
    crowd.leave();
    List<Finding> findings = Checker.check(crowd.diaries(), fleet.ledger(), Set.of(NORMAL));
    assertThat(there).isPositive();
    assertThat(findings).hasSize(there).allMatch(it -> it.kind() == Kind.ABNORMAL);
  }
}
