package io.kucun.gateway.source;

import io.kucun.gateway.envelope.Envelope;
import java.util.ArrayList;
import java.util.List;

/** Events that arrive while their channel is compared with Redis. Bounded: then all are let go. */
final class Waiting {

  /** What is done with an event; false if it has to wait on. */
  interface Taker {

    /**
     * Takes an event, or leaves it.
     *
     * @param asked whether Redis was asked after it had arrived, so that it has it, if it has any
     */
    boolean take(Envelope event, boolean asked);
  }

  static final int MOST = 10_000;

  private final List<Envelope> events = new ArrayList<>();
  private int asked;

  void add(Envelope event) {
    if (events.size() == MOST) {
      clear();
    }
    events.add(event);
  }

  void clear() {
    events.clear();
    asked = 0;
  }

  /** Redis is asked now. */
  void ask() {
    asked = events.size();
  }

  /** Gives them away in their order, up to one that is not taken; true if none is left. */
  boolean giveTo(Taker taker) {
    List<Envelope> arrived = List.copyOf(events);
    int before = asked;
    clear();
    for (int i = 0; i < arrived.size(); i++) {
      if (!taker.take(arrived.get(i), i < before)) {
        events.addAll(arrived.subList(i, arrived.size()));
        return false;
      }
    }
    return true;
  }
}
