package io.kucun.inventory.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random history of reads, looks and writes of one entry, whose value counts the writes. A write
 * is acknowledged at once; a look sees the value at some moment between its being sent and its
 * answer. Finds reads that got less than what was acknowledged before they began.
 */
final class LookHistory {
  private final Random random;
  private final List<Flight> flights = new ArrayList<>();
  private int acknowledged;
  private int reads;
  private int answered;
  private int looks;
  private int stale;

  /** What shares looks, and how it reaches Redis. */
  interface Sharing {
    /** A read begins. */
    void read(Reader reader);

    void endOfTurn();
  }

  /** A read that is answered with the value of its look. */
  interface Reader {
    void answered(int value);
  }

  /** A look that was sent. */
  interface Sent {
    void answer(int value);
  }

  private static final class Flight {
    private final Sent sent;
    private int seen = -1;

    private Flight(Sent sent) {
      this.sent = sent;
    }
  }

  LookHistory(long seed) {
    this.random = new Random(seed);
  }

  /** A look leaves for Redis. */
  void sent(Sent look) {
    looks++;
    flights.add(new Flight(look));
  }

  /** So many steps, then everything that is under way ends. */
  void run(int steps, Sharing sharing) {
    for (int i = 0; i < steps; i++) {
      step(random.nextInt(8), sharing);
    }
    sharing.endOfTurn();
    while (!flights.isEmpty()) {
      List.copyOf(flights).forEach(this::arrive);
      sharing.endOfTurn();
    }
  }

  private void step(int choice, Sharing sharing) {
    switch (choice) {
      case 0 -> acknowledged++;
      case 1, 2, 3 -> begin(sharing);
      case 4 -> sharing.endOfTurn();
      case 5, 6 -> any(this::see);
      default -> any(this::arrive);
    }
  }

  private void begin(Sharing sharing) {
    int floor = acknowledged;
    reads++;
    sharing.read(value -> {
      answered++;
      stale += value < floor ? 1 : 0;
    });
  }

  private void any(java.util.function.Consumer<Flight> what) {
    if (!flights.isEmpty()) {
      what.accept(flights.get(random.nextInt(flights.size())));
    }
  }

  private void see(Flight flight) {
    flight.seen = flight.seen < 0 ? acknowledged : flight.seen;
  }

  private void arrive(Flight flight) {
    see(flight);
    flights.remove(flight);
    flight.sent.answer(flight.seen);
  }

  int reads() {
    return reads;
  }

  int answered() {
    return answered;
  }

  int looks() {
    return looks;
  }

  /** Reads that were answered with less than was acknowledged before they began. */
  int stale() {
    return stale;
  }
}
