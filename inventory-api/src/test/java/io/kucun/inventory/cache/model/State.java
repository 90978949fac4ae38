package io.kucun.inventory.cache.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The whole system at one instant, immutable. A value is the set of writes that it holds, one bit
 * each.
 *
 * @param database the writes that are committed
 * @param promised the writes that were acknowledged, or whose event was delivered
 * @param snapshot data of Redis that may come back, or {@link Redis#NONE}
 * @param former the run that Redis may be failed back to, or 0
 * @param glances for each process the look that is under way
 * @param restores how often old data may still come back
 * @param names how many names have been given to runs and generations
 */
record State(
    int database,
    int promised,
    Redis redis,
    Redis snapshot,
    int former,
    int restores,
    List<Write> writes,
    Carriage carriage,
    List<Read> reads,
    List<Glance> glances,
    int names) {

  /**
   * A write on its way.
   *
   * @param at the place in the protocol's program
   * @param pending whether it was answered without confirmation, with commands still on their way
   */
  record Write(int at, boolean pending) {}

  /**
   * What the relay is about.
   *
   * @param at the place in the protocol's program
   * @param taken the writes whose events it carries now
   * @param published the writes whose events are delivered
   */
  record Carriage(int at, int taken, int published) {}

  static State initial(Setup setup) {
    return new State(
        0,
        0,
        new Redis(1, 1, 1, Redis.Entry.NONE, Redis.Lease.NONE),
        Redis.NONE,
        0,
        setup.restores(),
        Collections.nCopies(setup.writers().size(), new Write(0, false)),
        new Carriage(0, 0, 0),
        Collections.nCopies(setup.readers().size(), Read.IDLE),
        Collections.nCopies(setup.processes(), Glance.NONE),
        1);
  }

  State commit(int write) {
    return new State(
        database | write,
        promised,
        redis,
        snapshot,
        former,
        restores,
        writes,
        carriage,
        reads,
        glances,
        names);
  }

  State promise(int written) {
    return new State(
        database,
        promised | written,
        redis,
        snapshot,
        former,
        restores,
        writes,
        carriage,
        reads,
        glances,
        names);
  }

  State with(Redis changed) {
    return new State(
        database, promised, changed, snapshot, former, restores, writes, carriage, reads, glances,
        names);
  }

  State with(int writer, Write changed) {
    return new State(
        database,
        promised,
        redis,
        snapshot,
        former,
        restores,
        replaced(writes, writer, changed),
        carriage,
        reads,
        glances,
        names);
  }

  State with(Carriage changed) {
    return new State(
        database, promised, redis, snapshot, former, restores, writes, changed, reads, glances,
        names);
  }

  State with(int reader, Read changed) {
    return new State(
        database,
        promised,
        redis,
        snapshot,
        former,
        restores,
        writes,
        carriage,
        replaced(reads, reader, changed),
        glances,
        names);
  }

  State withGlance(int process, Glance changed) {
    return new State(
        database,
        promised,
        redis,
        snapshot,
        former,
        restores,
        writes,
        carriage,
        reads,
        replaced(glances, process, changed),
        names);
  }

  /** Redis is another, and so is what may come back. */
  State restarted(Redis now, Redis kept, int runBefore, int restoresLeft) {
    return new State(
        database,
        promised,
        now,
        kept,
        runBefore,
        restoresLeft,
        writes,
        carriage,
        reads,
        glances,
        names);
  }

  /** One more name is given: {@link #names()} of the result. */
  State named() {
    return new State(
        database, promised, redis, snapshot, former, restores, writes, carriage, reads, glances,
        names + 1);
  }

  private static <T> List<T> replaced(List<T> list, int at, T element) {
    List<T> copy = new ArrayList<>(list);
    copy.set(at, element);
    return copy;
  }

  /** A set of writes for people: {@code {w1,w2}}. */
  static String set(int writes) {
    return IntStream.range(0, Integer.SIZE)
        .filter(bit -> (writes >> bit & 1) == 1)
        .mapToObj(bit -> "w" + (bit + 1))
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public String toString() {
    return "database %s, promised %s, redis %s".formatted(set(database), set(promised), redis);
  }
}
