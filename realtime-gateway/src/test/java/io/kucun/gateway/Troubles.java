package io.kucun.gateway;

import io.kucun.gateway.hub.HubThread;
import io.kucun.local.servers.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** Makes trouble and ends it. */
final class Troubles {

  static final List<String> CHANNELS = List.of("products", "inventory", "orders");
  private static final int LIMIT = 64 * 1024;
  private static final String FILLER = "x".repeat(LIMIT);
  private static final int MOST_FILLERS = 2_000;

  private final Relay relay;
  private final SecondGateway second;
  private final HubThread first;
  private final Runnable traffic;
  private final BooleanSupplier allAreDegraded;
  private CountDownLatch standstill = new CountDownLatch(0);

  /**
   * Nothing is wrong yet.
   *
   * @param first the thread of the gateway that is not {@code second}
   * @param traffic publishes some events
   */
  Troubles(
      Relay relay,
      SecondGateway second,
      HubThread first,
      Runnable traffic,
      BooleanSupplier allAreDegraded) {
    this.relay = relay;
    this.second = second;
    this.first = first;
    this.traffic = traffic;
    this.allAreDegraded = allAreDegraded;
  }

  /** Whether commands reach Redis after {@link #begin}. */
  static boolean leavesRedis(Trouble trouble) {
    return switch (trouble) {
      case CRASHED, CRASHED_OLD, CRASHED_EMPTY, CRASHED_FOR_GOOD, FROZEN, FROZEN_LONG -> false;
      default -> true;
    };
  }

  void begin(Trouble trouble, Random random) {
    switch (trouble) {
      case LINK_KILLED -> relay.redis().command("CLIENT", "KILL", "TYPE", "pubsub");
      case READERS_KILLED -> relay.redis().command("CLIENT", "KILL", "TYPE", "normal");
      case REPEATED -> relay.repeat(1 + random.nextInt(50));
      case BURST_LOST -> relay.loseNext(1 + random.nextInt(40));
      case SECOND_RESTARTED -> second.restart();
      case BUFFER_FULL -> fillBuffer(random.nextBoolean() ? first : second.hub());
      case FROZEN -> LocalServers.pauseRedis();
      case FROZEN_LONG -> {
        LocalServers.pauseRedis();
        Await.until("all notice", allAreDegraded);
      }
      case CRASHED -> {
        relay.redis().command("SAVE");
        LocalServers.killRedis();
      }
      case CRASHED_OLD -> {
        relay.redis().command("SAVE");
        traffic.run();
        LocalServers.killRedis();
      }
      case CRASHED_EMPTY -> LocalServers.killRedis();
      case CRASHED_FOR_GOOD -> {
        relay.loseNext(20);
        traffic.run();
        LocalServers.killRedis();
      }
      case LOG_LOST -> {
        relay.loseNext(20);
        traffic.run();
        CHANNELS.forEach(channel -> relay.redis().command("DEL", "kucun:log:" + channel));
      }
      case RENUMBERED -> CHANNELS.forEach(relay::begin);
    }
  }

  void end(Trouble trouble, Random random) {
    switch (trouble) {
      case FROZEN, FROZEN_LONG -> LocalServers.resumeRedis();
      case BUFFER_FULL -> standstill.countDown();
      case CRASHED -> restartRedis();
      case CRASHED_OLD -> {
        restartRedis();
        CHANNELS.forEach(channel -> relay.refill(channel, 10_000));
      }
      case CRASHED_EMPTY -> {
        restartRedis();
        CHANNELS.forEach(channel -> relay.refill(channel, random.nextInt(500)));
      }
      case CRASHED_FOR_GOOD -> {
        restartRedis();
        CHANNELS.forEach(channel -> relay.refill(channel, 0));
      }
      default -> {}
    }
  }

  /** Undoes whatever may still be wrong. */
  void endAll() {
    standstill.countDown();
    LocalServers.resumeRedis();
    LocalServers.startRedis();
  }

  private void restartRedis() {
    LocalServers.startRedis();
    relay.close();
    forgetSaved();
  }

  /** So that the next crash loses everything, unless it is saved again. */
  private void forgetSaved() {
    List<?> answer = (List<?>) relay.redis().command("CONFIG", "GET", "dir");
    try {
      Files.deleteIfExists(Path.of(String.valueOf(answer.get(1)), "dump.rdb"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fillBuffer(HubThread hub) {
    Publisher redis = relay.redis();
    redis.command("CONFIG", "SET", "client-output-buffer-limit", "pubsub " + LIMIT + " 0 0");
    CountDownLatch stands = new CountDownLatch(1);
    CountDownLatch ends = new CountDownLatch(1);
    standstill = ends;
    hub.run(h -> {
      stands.countDown();
      awaitQuietly(ends);
    });
    awaitQuietly(stands);
    long before = subscriptions(redis);
    int fillers = 0;
    while (subscriptions(redis) >= before) {
      if (fillers++ > MOST_FILLERS) {
        throw new AssertionError("Redis did not cut " + before + " subscriptions");
      }
      redis.command("PUBLISH", "kucun:control", FILLER);
    }
  }

  private static long subscriptions(Publisher redis) {
    return redis.command("CLIENT", "LIST", "TYPE", "pubsub").toString().lines().count();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
