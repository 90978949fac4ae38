package io.kucun.gateway;

import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.recovery.Watch;
import io.kucun.gateway.source.RedisSource;
import io.kucun.local.testing.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Clients that go between two gateways, while events come and things go wrong. */
final class Crowd implements AutoCloseable {

  private static final int ROAMERS = 12;
  private static final int KEYS = 5;

  private final Random random;
  private final Door door;
  private final SecondGateway second;
  private final HubThread hub;
  private final RedisSource source;
  private final Relay relay;
  private final Troubles troubles;
  private final List<Roamer> roamers = new ArrayList<>();
  private final List<Roamer> cutOff = new ArrayList<>();
  private boolean calm;
  private boolean closed;

  /**
   * Connects everybody to nothing yet.
   *
   * @param hub of the gateway that is behind the door, as is {@code source}
   */
  Crowd(
      String redisUrl,
      Random random,
      Door door,
      HubThread hub,
      RedisSource source,
      SecondGateway second) {
    this.random = random;
    this.door = door;
    this.second = second;
    this.hub = hub;
    this.source = source;
    this.relay = new Relay(redisUrl, random, 1_000);
    this.troubles = new Troubles(relay, second, hub, this::traffic, this::allAreDegraded);
    Troubles.CHANNELS.forEach(relay::begin);
    settle();
    for (int i = 0; i < ROAMERS; i++) {
      roamers.add(new Roamer("r" + i, i % 3 == 2 ? "sales" : "admin", relay, watches(i)));
    }
  }

  Relay relay() {
    return relay;
  }

  /** Of whole channels and of entities, of everybody's and of one's own. */
  private static List<Watch> watches(int i) {
    String key = i % 2 == 0 ? null : "k" + i % KEYS;
    return List.of(
        new Watch("products", i % 4 == 0 ? null : key, null),
        new Watch("inventory", key, null),
        new Watch("orders", i % 4 == 1 ? key : null, i % 3 == 2 ? "sub-r" + i : null));
  }

  /** One who listens to everything and belongs to nobody. */
  Roamer newcomer(String name) {
    List<Watch> all = Troubles.CHANNELS.stream().map(c -> new Watch(c, null, null)).toList();
    return new Roamer(name, "admin", relay, all);
  }

  /**
   * Goes through these troubles, and ends with nothing wrong and nothing on its way; then all
   * leave.
   */
  void live(List<Trouble> plan) {
    roamers.forEach(this::move);
    settle();
    for (Trouble trouble : plan) {
      traffic();
      someMove();
      if (trouble == Trouble.BUFFER_FULL) {
        settle();
      }
      calm = false;
      roamers.forEach(Roamer::expectTrouble);
      if (trouble == Trouble.SECOND_RESTARTED) {
        roamers.stream().filter(r -> r.isAt(second)).forEach(Roamer::leave);
      }
      troubles.begin(trouble, random);
      pass(trouble);
      troubles.end(trouble, random);
      traffic();
      someMove();
      if (random.nextBoolean()) {
        settle();
      }
    }
    settle();
    roamers.stream().filter(Roamer::wasCutOff).forEach(cutOff::add);
    // Positions come with every heartbeat, also while somebody looks at what has come.
    roamers.forEach(Roamer::leave);
  }

  private void pass(Trouble trouble) {
    if (trouble == Trouble.SECOND_RESTARTED) {
      Await.until("the other gateway is ready", second.source()::isReady);
    }
    // A gateway that stands still may share its thread with sockets that would open.
    boolean doorsOpen = trouble != Trouble.BUFFER_FULL;
    for (int i = 0; i < 3; i++) {
      commit(30);
      if (Troubles.leavesRedis(trouble)) {
        relay.flush();
      }
      if (doorsOpen) {
        someMove();
      }
    }
  }

  private void commit(int events) {
    for (int i = random.nextInt(events); i >= 0; i--) {
      String channel = Troubles.CHANNELS.get(random.nextInt(3));
      String owner = channel.equals("orders") ? "sub-r" + random.nextInt(ROAMERS) : null;
      relay.commit(channel, "k" + random.nextInt(KEYS), owner);
    }
  }

  private void traffic() {
    for (int i = 0; i < 5; i++) {
      commit(Scale.of(60, 200));
      relay.flush();
    }
  }

  private void someMove() {
    for (int i = random.nextInt(5); i > 0; i--) {
      Roamer one = roamers.get(random.nextInt(ROAMERS));
      if (random.nextInt(4) == 0) {
        one.leave();
      } else {
        move(one);
      }
    }
  }

  private void move(Roamer roamer) {
    roamer.connect(random.nextBoolean() ? door : second, calm);
  }

  /** Waits until everybody is connected and has everything that there is. */
  void settle() {
    Troubles.CHANNELS.forEach(channel -> relay.commit(channel, "k0", "sub-r0"));
    relay.flush();
    roamers.stream().filter(r -> r.isAway()).forEach(this::move);
    for (String channel : Troubles.CHANNELS) {
      for (HubThread one : List.of(hub, second.hub())) {
        Await.until(
            channel + " at " + relay.last(channel),
            () -> relay.last(channel).equals(GatewayTest.head(one, channel)));
      }
    }
    Await.until(
        "all are up to date: " + roamers, () -> roamers.stream().allMatch(Roamer::isUpToDate));
    Await.until("the first gateway reads from Redis", () -> reads(hub, source));
    Await.until("the second gateway reads from Redis", () -> reads(second.hub(), second.source()));
    calm = true;
  }

  /** A connection that was cut may be found only by the next who reads, to be in trouble then. */
  private static boolean reads(HubThread hub, RedisSource source) {
    CompletableFuture<Boolean> compared = new CompletableFuture<>();
    hub.run(h ->
        source.pursue(
            Set.copyOf(Troubles.CHANNELS), () -> compared.complete(source.isReachable())));
    return compared.join();
  }

  private boolean allAreDegraded() {
    return roamers.stream().allMatch(r -> r.isAway() || r.isDegraded());
  }

  private Stream<Track> tracks() {
    return roamers.stream().flatMap(r -> r.tracks().stream());
  }

  /** Promises that were not kept, and sockets that were closed. */
  List<Object> wrong() {
    List<Object> wrong = new ArrayList<>(cutOff);
    roamers.forEach(roamer -> wrong.addAll(roamer.wrong()));
    roamers.stream().filter(Roamer::wasCutOff).forEach(wrong::add);
    return wrong;
  }

  /** What nobody would have to be told where nothing is lost for good. */
  List<String> complaints() {
    return roamers.stream().flatMap(roamer -> roamer.complaints().stream()).toList();
  }

  int sum(ToIntFunction<Track> counter) {
    return tracks().mapToInt(counter).sum();
  }

  /** Those who were told most. */
  List<Track> longest(int tracks) {
    Comparator<Track> byLength = Comparator.comparingInt(track -> -track.history.size());
    return tracks().sorted(byLength).limit(tracks).toList();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    troubles.endAll();
    roamers.forEach(Roamer::leave);
    second.close();
    relay.close();
  }
}
