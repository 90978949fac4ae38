package io.kucun.inventory.cache.model;

/**
 * A read on its way: what one reader knows.
 *
 * @param floor the writes that were promised when it began and that its answer must hold; none once
 *     the caller has its answer, or is sure to get it from the database itself
 * @param value the writes that the value it loaded holds
 * @param leader the reader whose flight it waits for
 */
record Read(Phase phase, Stamp stamp, int floor, int value, int leader) {
  static final Read IDLE = new Read(Phase.IDLE, Stamp.NONE, 0, 0, 0);

  /** What the reader does next. */
  enum Phase {
    IDLE(0),
    CREATE_GENERATION(1),
    LOOK_AGAIN(2),
    JOIN(3),
    IN_FLIGHT(4),
    TAKE_LEASE(5),
    AWAIT_HOLDER(6),
    LOAD(7),
    LOAD_ONLY(8),
    STAMP_LATE(9),
    FILL(10),
    AWAITS_LOOK(11),
    LOOKING(12),
    LOOKING_AGAIN(13);

    private final int number;

    Phase(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    /** Whether it goes on with the next look of its process, where looks are shared. */
    boolean awaitsLook() {
      return this == AWAITS_LOOK || this == LOOK_AGAIN;
    }

    /** Whether it shares the look that is under way. */
    boolean isLooking() {
      return this == LOOKING || this == LOOKING_AGAIN;
    }

    /** Whether others of the process may join what the reader does. */
    boolean leads() {
      return number >= TAKE_LEASE.number && number <= FILL.number;
    }

    /** Whether a flight has its value. */
    boolean isLoaded() {
      return this == STAMP_LATE || this == FILL;
    }
  }

  static Read begun(int floor) {
    return new Read(Phase.IDLE, Stamp.NONE, floor, 0, 0);
  }

  Read to(Phase next) {
    return new Read(next, stamp, floor, value, leader);
  }

  Read stamped(Stamp seen, Phase next) {
    return new Read(next, seen, floor, value, leader);
  }

  Read waitingFor(int other) {
    return new Read(Phase.IN_FLIGHT, Stamp.NONE, floor, value, other);
  }

  /** On to the database, which holds every promised write. */
  Read loading(Phase next) {
    return new Read(next, stamp, 0, 0, 0);
  }

  Read loaded(int found, Phase next) {
    return new Read(next, stamp, 0, found, 0);
  }

  /** An early refresh: nobody waits for its answer. */
  static Read refresh(Stamp seen) {
    return new Read(Phase.JOIN, seen, 0, 0, 0);
  }

  /** Whether answering with this value breaks the promise. */
  boolean isBroken(int answer) {
    return (floor & ~answer) != 0;
  }
}
