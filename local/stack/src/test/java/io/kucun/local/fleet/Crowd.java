package io.kucun.local.fleet;

import io.kucun.local.rig.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Many clients that go wherever they are let in: half of them by ticket, each in five of one user;
 * one in ten stays until it is put out. They listen to a channel, an entity or their own orders.
 */
final class Crowd {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int OF_ONE_USER = 5;
  private static final int STAYING = 10;
  private static final long ARRIVAL_NANOS = 1_000_000_000 / 300;
  private static final long LOOK_NANOS = 20_000_000;

  private final Fleet fleet;
  private final List<Client> clients = new ArrayList<>();
  private final List<String> sellers = new ArrayList<>();
  private volatile boolean over;

  Crowd(Fleet fleet, int size) {
    this.fleet = fleet;
    for (int i = 0; i < size; i += OF_ONE_USER) {
      user(i, Math.min(OF_ONE_USER, size - i));
    }
  }

  private void user(int first, int count) {
    int number = first / OF_ONE_USER;
    String subject = "user-" + number;
    boolean seller = number % 4 == 2;
    String token = fleet.issuer().token(seller ? "sales" : "warehouse", subject);
    if (seller) {
      sellers.add(subject);
    }
    String address = "10.1." + number / 256 + "." + number % 256;
    for (int i = first; i < first + count; i++) {
      Diary diary = new Diary("client-" + i, interest(i, number, seller ? subject : ""));
      Visitor visitor = new Visitor(subject, token, address, i % 2 == 0);
      boolean stays = i % STAYING == 3;
      clients.add(new Client(visitor, diary, fleet.ledger(), this::route, stays));
    }
  }

  private static Interest interest(int client, int user, String seller) {
    String key = Flow.KEYS.get(client % Flow.KEYS.size());
    List<String> targets =
        switch (user % 4) {
          case 0 -> List.of("inventory", "products");
          case 1 -> List.of("inventory:" + key);
          case 2 -> List.of("orders", "products:" + key);
          default -> List.of("orders");
        };
    return new Interest(targets, seller);
  }

  private @Nullable Gateway route() {
    while (!over) {
      Gateway next = fleet.next().orElse(null);
      if (next != null) {
        return next;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return null;
  }

  /** Whose orders somebody listens to. */
  List<String> sellers() {
    return sellers;
  }

  List<Diary> diaries() {
    return clients.stream().map(Client::diary).toList();
  }

  /** They come in one after the other, no faster than they are let in. */
  void arrive() {
    for (Client client : clients) {
      client.start();
      LockSupport.parkNanos(ARRIVAL_NANOS);
    }
    await("all are subscribed", Diary::isSubscribed);
  }

  /** Returns when all are connected, and not to this one. */
  void awaitElsewhere(Gateway gateway) {
    Await.until("nobody is at " + gateway.name(), LIMIT, () -> gateway.clients().get() == 0);
    await("all are subscribed", Diary::isSubscribed);
  }

  /** Returns when each was given all that was published for it. */
  void awaitAbreast() {
    await("all was given out", this::isAbreast);
  }

  private boolean isAbreast(Diary diary) {
    return diary.interest().channels().stream()
        .allMatch(it -> diary.newest(it) >= fleet.ledger().last(diary.interest(), it));
  }

  /** They close their sockets, and do not come back. */
  void leave() {
    over = true;
    clients.forEach(Client::leave);
    await("all are gone", Diary::isGone);
  }

  private void await(String what, Predicate<Diary> condition) {
    for (Client client : clients) {
      Diary diary = client.diary();
      Await.until(what + ": " + diary.name(), LIMIT, () -> condition.test(diary));
    }
  }
}
