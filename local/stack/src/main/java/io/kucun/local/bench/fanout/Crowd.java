package io.kucun.local.bench.fanout;

import io.kucun.local.bench.Cpu;
import io.kucun.local.rig.Await;
import io.kucun.local.stack.StackException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Clients of one server, and who publishes to them: the load of one contestant. */
final class Crowd implements AutoCloseable {
  private static final Duration HEARD = Duration.ofSeconds(30);
  private static final long BETWEEN = 100_000_000;
  private static final long LAST_ARRIVAL = 3_000_000_000L;
  private static final long LOOK = 2_000_000;
  private static final double NANOS_PER_MICRO = 1e3;

  private final Target target;
  private final Publisher publisher;
  private final Fleet fleet;

  /** Returns when so many clients have got a message each. */
  Crowd(Contenders contenders, Target target, int clients) {
    this.target = target;
    this.publisher = contenders.publisher(target);
    this.fleet = Fleet.of(target, publisher.departures(), clients);
    settle(fleet);
  }

  Target target() {
    return target;
  }

  Publisher publisher() {
    return publisher;
  }

  Fleet fleet() {
    return fleet;
  }

  /** Publishes until all clients of a fleet have got a message. */
  void settle(Fleet some) {
    Await.until(
        "every client of " + target.who().title() + " gets a message",
        HEARD,
        () -> {
          publisher.one();
          LockSupport.parkNanos(BETWEEN);
          return some.haveAllHeard();
        });
    LockSupport.parkNanos(3 * BETWEEN);
  }

  /** Publishes for so long, and waits for what was published. */
  Figures measure(Load load, Duration time) {
    long from = publisher.next();
    long faults = fleet.faults();
    Tally tally = fleet.count(publisher.departures(), from);
    double bench = fleet.cpuMicros() + ownMicros();
    long server = Cpu.micros(target.pid());
    Latencies late = publisher.run(load, time);
    long expected = (publisher.next() - from) * fleet.open();
    await(tally, expected);
    double cost = Cpu.micros(target.pid()) - server;
    double own = fleet.cpuMicros() + ownMicros() - bench;
    fleet.check();
    long received = tally.received();
    if (received == 0) {
      throw new StackException(target.who().title() + ": nothing arrived");
    }
    Latencies latencies = tally.latencies();
    return new Figures(
        cost / received,
        latencies.millis(0.5),
        latencies.millis(0.99),
        latencies.most(),
        expected - received + fleet.faults() - faults,
        own / received,
        late.most(),
        Resident.megabytes(target.pid()));
  }

  private static void await(Tally tally, long expected) {
    long received = tally.received();
    long since = System.nanoTime();
    while (received < expected && System.nanoTime() - since < LAST_ARRIVAL) {
      LockSupport.parkNanos(LOOK);
      long now = tally.received();
      if (now > received) {
        received = now;
        since = System.nanoTime();
      }
    }
  }

  private static double ownMicros() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_MICRO;
  }

  @Override
  public void close() {
    fleet.close();
    publisher.close();
  }
}
