package io.kucun.inventory.cache.model;

import io.kucun.inventory.cache.model.Protocol.Rule;
import io.kucun.inventory.cache.model.State.Write;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a state as bytes such that states with the same future are the same bytes: those that
 * differ only in which of two readers of a process, or of two like writers, is which, and those
 * that differ only in names. A stamp is only ever compared as a whole, and one that is not the
 * present stamp never becomes it again, for a bump, a restart and a promotion each give a name that
 * was never used. So stamps are numbered as they appear, the present one first. That makes the
 * number of states finite, although generations are created without bound. Under a protocol that
 * lets names come back they are written as they are. One thread.
 */
final class Canon {
  private static final Set<Rule> NAMES_NEVER_COME_BACK =
      EnumSet.of(Rule.STAMPED, Rule.RANDOM_GENERATIONS, Rule.RUN_IN_STAMP, Rule.RUN_PER_PROMOTION);

  private final boolean renaming;
  private final Ranking readers;
  private final Ranking writers;
  private final byte[] bytes;
  private final List<Stamp> stamps = new ArrayList<>();
  private int at;

  Canon(Protocol protocol, Setup setup) {
    this.renaming = protocol.rules().containsAll(NAMES_NEVER_COME_BACK);
    this.readers = new Ranking(setup.readers());
    this.writers = new Ranking(setup.writers());
    int stamp = renaming ? 1 : 3;
    this.bytes =
        new byte
            [16
                + 3 * stamp
                + 2 * setup.writers().size()
                + (4 + stamp) * setup.readers().size()
                + (3 + 2 * stamp) * setup.processes()];
  }

  /** How many bytes each state takes. */
  int length() {
    return bytes.length;
  }

  /** The bytes, until the next call. */
  byte[] of(State state) {
    at = 0;
    readers.rank(reader -> rank(state.reads().get(reader)));
    writers.rank(writer -> rank(state, writer));
    Redis redis = state.redis();
    stamps.clear();
    stamps.add(new Stamp(redis.run(), redis.product(), redis.stock()));
    putSet(state.database());
    putSet(state.promised());
    put(state.restores());
    put(redis);
    put(redis.lease().stamp());
    put(redis.lease().isHeld() ? readers.place(redis.lease().holder()) + 1 : 0);
    put(state.snapshot());
    put(name(state.former()));
    for (int i = 0; i < state.writes().size(); i++) {
      Write write = state.writes().get(writers.at(i));
      put(write.at());
      put(write.pending() ? 1 : 0);
    }
    put(state.carriage().at());
    putSet(state.carriage().taken());
    putSet(state.carriage().published());
    for (int i = 0; i < state.reads().size(); i++) {
      put(state.reads().get(readers.at(i)));
    }
    for (Glance glance : state.glances()) {
      put(glance.kind().number());
      put(glance.stamp());
      putSet(glance.value());
      put(glance.copy().stamp());
      putSet(glance.copy().value());
    }
    return bytes;
  }

  private void put(int value) {
    bytes[at++] = (byte) value;
  }

  /** A set of writes, by the places of their writers; what is below zero is no set. */
  private void putSet(int writes) {
    int placed = Math.min(writes, 0);
    for (int left = Math.max(writes, 0); left != 0; left &= left - 1) {
      placed |= 1 << writers.place(Integer.numberOfTrailingZeros(left));
    }
    put(placed);
  }

  private void put(Redis redis) {
    put(name(redis.run()));
    put(name(redis.product()));
    put(name(redis.stock()));
    put(redis.entry().stamp());
    putSet(redis.entry().value());
  }

  /** A name in itself only matters if it may come back; otherwise only whether it is there. */
  private int name(int name) {
    return renaming ? Integer.signum(name) : name;
  }

  private void put(Stamp stamp) {
    if (!renaming) {
      put(stamp.run());
      put(stamp.product());
      put(stamp.stock());
      return;
    }
    int number = stamps.indexOf(stamp);
    if (number < 0) {
      number = stamps.size();
      stamps.add(stamp);
    }
    put(number);
  }

  private void put(Read read) {
    put(read.phase().number());
    put(read.stamp());
    putSet(read.floor());
    putSet(read.value());
    put(read.phase() == Read.Phase.IN_FLIGHT ? readers.place(read.leader()) : 0);
  }

  private static int rank(Read read) {
    int known = Integer.bitCount(read.floor()) << 4 | Integer.bitCount(read.value());
    return read.phase().number() << 8 | known;
  }

  private static int rank(State state, int writer) {
    Write write = state.writes().get(writer);
    int published = state.carriage().published() >> writer & 1;
    int taken = state.carriage().taken() >> writer & 1;
    return (write.at() << 1 | (write.pending() ? 1 : 0)) << 2 | published << 1 | taken;
  }
}
