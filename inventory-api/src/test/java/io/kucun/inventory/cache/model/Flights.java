package io.kucun.inventory.cache.model;

import io.kucun.inventory.cache.model.Protocol.Rule;
import io.kucun.inventory.cache.model.Read.Phase;
import java.util.List;

/** The single flight of a process, as one of its readers sees it. */
final class Flights {
  private final int me;
  private final Protocol protocol;
  private final List<Integer> processes;

  Flights(int me, Protocol protocol, Setup setup) {
    this.me = me;
    this.protocol = protocol;
    this.processes = setup.readers();
  }

  /** The reader whose flight one with this stamp joins, or -1. */
  int leader(State now, Stamp stamp) {
    for (int other = 0; other < processes.size(); other++) {
      Read read = now.reads().get(other);
      if (other != me
          && processes.get(other).equals(processes.get(me))
          && read.phase().leads()
          && (read.stamp().equals(stamp) || !protocol.keeps(Rule.FLIGHT_BY_STAMP))) {
        return other;
      }
    }
    return -1;
  }

  private boolean isMine(Read read) {
    return read.phase() == Phase.IN_FLIGHT && read.leader() == me;
  }

  /** Whether this value breaks the promise to one that joined. */
  boolean isAnyBroken(State now, int value) {
    return now.reads().stream().anyMatch(read -> isMine(read) && read.isBroken(value));
  }

  /** All that joined are done. */
  State land(State now) {
    State next = now;
    for (int other = 0; other < processes.size(); other++) {
      next = isMine(now.reads().get(other)) ? next.with(other, Read.IDLE) : next;
    }
    return next;
  }
}
