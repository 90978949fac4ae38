package io.kucun.gateway;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many clients, in a process of their own, that come back at once, each from where only it was. It
 * says when all have what they missed, and then whether each has one more event of each entity that
 * it listens to. Needs nothing but the JDK.
 */
final class Rush {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final int HANDSHAKES_AT_ONCE = 200;

  /** One in so many listens to the whole channel, the others to an entity. */
  private static final int WHOLE_ONE_IN = 250;

  private final URI base;
  private final String token;
  private final String epoch;
  private final int clients;
  private final int events;
  private final int places;
  private final int keys;
  private final Semaphore handshakes = new Semaphore(HANDSHAKES_AT_ONCE);
  private final CountDownLatch behind;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  private Rush(String... args) {
    base = URI.create(args[0]);
    token = args[1];
    epoch = args[2];
    clients = Integer.parseInt(args[3]);
    events = Integer.parseInt(args[4]);
    places = Integer.parseInt(args[5]);
    keys = Integer.parseInt(args[6]);
    behind = new CountDownLatch(clients);
  }

  /**
   * Where the gateway is, a token, the epoch, how many clients, the last event that there is, how
   * many of them are the places that clients come from, how many entities, the seed.
   */
  public static void main(String[] args) throws InterruptedException {
    new Rush(args).run(new Random(Long.parseLong(args[7])));
  }

  private void run(Random random) throws InterruptedException {
    List<Integer> all = IntStream.range(0, clients).boxed().collect(Collectors.toList());
    Collections.shuffle(all, random);
    long start = System.nanoTime();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      all.forEach(client -> pool.execute(() -> comeBack(client)));
      behind.await();
      long took = (System.nanoTime() - start) / 1_000_000;
      say("caught up: " + (clients - wrong.size()) + ", in ms: " + took + few(wrong));
    }
    say("done: " + (clients - wrong.size()) + few(wrong));
  }

  private static String few(Queue<String> wrong) {
    return wrong.stream().limit(5).map(what -> ", " + what).collect(Collectors.joining());
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private void comeBack(int client) {
    boolean caughtUp = false;
    boolean whole = client % WHOLE_ONE_IN == 0;
    int since = (int) ((long) client * places / clients);
    int key = since * 7 % keys;
    try (SilentClient socket = connect()) {
      resume(socket, whole ? "inventory" : "inventory:k" + key, since);
      int step = whole ? 1 : keys;
      int next = whole ? since + 1 : since + 1 + Math.floorMod(key - since - 1, keys);
      for (; next <= events; next += step) {
        expect(socket, "\"offset\":" + next + ',');
      }
      caughtUp = true;
      behind.countDown();
      for (; next <= events + keys; next += step) {
        expect(socket, "\"offset\":" + next + ',');
      }
    } catch (InterruptedException | RuntimeException | AssertionError e) {
      wrong.add(client + ": " + e);
    } finally {
      if (!caughtUp) {
        behind.countDown();
      }
    }
  }

  private SilentClient connect() throws InterruptedException {
    handshakes.acquire();
    try {
      return new SilentClient(base, token, PATIENCE_MILLIS);
    } finally {
      handshakes.release();
    }
  }

  private void resume(SilentClient socket, String name, int since) {
    expect(socket, "\"type\":\"welcome\"");
    socket.send(
        "{\"type\":\"subscribe\",\"channels\":[\"%s\"],\"since\":{\"%s\":{\"epoch\":\"%s\",\"offset\":%d}}}"
            .formatted(name, name, epoch, since));
    expect(socket, "\"offset\":" + since + ",\"recovered\":true");
  }

  private static void expect(SilentClient socket, String part) {
    String frame = socket.next();
    if (!frame.contains(part)) {
      throw new AssertionError("expected " + part + ", got " + frame);
    }
  }
}
