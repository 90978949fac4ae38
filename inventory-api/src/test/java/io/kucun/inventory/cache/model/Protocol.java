package io.kucun.inventory.cache.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A way to keep a cache right: what a writer does, what the relay does, and the rules that readers
 * and servers keep.
 */
record Protocol(String name, List<Op> writer, List<Op> relay, Set<Rule> rules) {
  /** One atomic command of a writer or the relay. */
  enum Op {
    COMMIT,
    BUMP_PRODUCT,
    BUMP_STOCK,
    DELETE,
    BURY,
    ACKNOWLEDGE,
    TAKE,
    PUBLISH;

    /** The tag that it bumps, or 0. */
    int tag() {
      return switch (this) {
        case BUMP_PRODUCT -> Setup.PRODUCT;
        case BUMP_STOCK -> Setup.STOCK;
        default -> 0;
      };
    }
  }

  /** What ours keeps; each control lacks one. */
  enum Rule {
    /** An entry is used only if its stamp equals the present one. */
    STAMPED,
    /** The stamp of a fill is read before the database is. */
    STAMP_BEFORE_LOAD,
    /** A fresh generation is a random name; otherwise it is a counter. */
    RANDOM_GENERATIONS,
    /** The stamp holds the server's run. */
    RUN_IN_STAMP,
    /** A server that is promoted again counts as another run, though its process lives on. */
    RUN_PER_PROMOTION,
    /** A flight is joined only with an equal stamp. */
    FLIGHT_BY_STAMP,
    /** Who waits for the holder of the lease takes only an entry with its own stamp. */
    WAITER_COMPARES,
    /** Readers of a process share looks; otherwise each looks by itself. */
    SHARED_LOOKS,
    /** A look is shared only by readers that began before it was sent. */
    LOOK_AFTER_BEGIN,
    /** A process keeps a copy of what a shared look has read, and then looks at heads. */
    COPIES,
    /** A copy is used only for the entry that it is of. */
    COPY_COMPARED,
    /** A copy is used only after a look that began with the read, or later. */
    COPY_LOOKED_AT,
    /** The lease is one; otherwise everybody may win it, lose it or not notice, at will. */
    ONE_LEASE
  }

  /** Generations changed after the commit, before the answer and before the event. */
  static Protocol ours() {
    return new Protocol(
        "ours",
        List.of(Op.COMMIT, Op.BUMP_PRODUCT, Op.BUMP_STOCK, Op.ACKNOWLEDGE),
        List.of(Op.TAKE, Op.BUMP_PRODUCT, Op.BUMP_STOCK, Op.PUBLISH),
        EnumSet.complementOf(EnumSet.of(Rule.SHARED_LOOKS, Rule.COPIES)));
  }

  /** The same with looks that are shared. */
  static Protocol sharing() {
    return new Protocol(
        "ours with shared looks",
        ours().writer(),
        ours().relay(),
        EnumSet.complementOf(EnumSet.of(Rule.COPIES)));
  }

  /** The same with copies too, as the service does it. */
  static Protocol copying() {
    Set<Rule> all = EnumSet.allOf(Rule.class);
    return new Protocol("ours with copies", ours().writer(), ours().relay(), all);
  }

  /** A cache without stamps, in which the relay repeats the writer's invalidation. */
  static Protocol unstamped(String name, Op invalidation) {
    return ours().without(name, Rule.STAMPED).relaying(Op.TAKE, invalidation, Op.PUBLISH);
  }

  Protocol named(String other) {
    return new Protocol(other, writer, relay, rules);
  }

  Protocol without(String called, Rule broken) {
    Set<Rule> kept = EnumSet.copyOf(rules);
    kept.remove(broken);
    return new Protocol(called, writer, relay, kept);
  }

  Protocol writing(Op... program) {
    return new Protocol(name, List.of(program), relay, rules);
  }

  Protocol relaying(Op... program) {
    return new Protocol(name, writer, List.of(program), rules);
  }

  boolean keeps(Rule rule) {
    return rules.contains(rule);
  }

  @Override
  public String toString() {
    return name;
  }
}
