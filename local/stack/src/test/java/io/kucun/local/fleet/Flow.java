package io.kucun.local.fleet;

import io.kucun.local.rig.Workers;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Events of all channels at a steady rate, until it is closed. */
final class Flow implements AutoCloseable {
  static final List<String> KEYS = IntStream.range(0, 20).mapToObj(it -> "key-" + it).toList();

  private static final List<String> CHANNELS =
      List.of("inventory", "inventory", "orders", "products");

  private final Workers workers = new Workers();

  /**
   * Begins at once.
   *
   * @param owners of the orders
   */
  Flow(Relay relay, int perSecond, List<String> owners, Random random) {
    long pause = 1_000_000_000L / perSecond;
    workers.add(
        () -> new Pace(System.nanoTime()),
        pace -> {
          pace.await(pause);
          String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
          String owner = channel.equals("orders") ? any(owners, random) : "";
          relay.publish(channel, any(KEYS, random), owner);
        });
  }

  private static String any(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  /** When the next one is due. */
  private static final class Pace implements Workers.Own {
    private long due;

    private Pace(long due) {
      this.due = due;
    }

    private void await(long pause) {
      due += pause;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    @Override
    public void close() {}
  }

  @Override
  public void close() {
    workers.stop();
  }
}
