package io.kucun.inventory.cache.model;

import io.kucun.inventory.cache.model.Protocol.Op;
import io.kucun.inventory.cache.model.Protocol.Rule;
import java.util.List;

/** A protocol that is known to be wrong, and the heart of why: acts in this order. */
@SuppressWarnings("ImmutableEnumChecker") // records of unmodifiable lists, which it cannot know
enum Control {
  DELETE_AFTER_COMMIT(
      Protocol.unstamped("delete after the commit", Op.DELETE)
          .writing(Op.COMMIT, Op.DELETE, Op.ACKNOWLEDGE),
      Setup.of("one reader", 0),
      Act.LOADS,
      Act.COMMITS,
      Act.DELETES,
      Act.ACKNOWLEDGES,
      Act.FILLS,
      Act.HITS),

  DOUBLE_DELETE(
      Protocol.unstamped("delete before and after the commit", Op.DELETE)
          .writing(Op.DELETE, Op.COMMIT, Op.DELETE, Op.ACKNOWLEDGE),
      Setup.of("one reader", 0),
      Act.LOADS,
      Act.COMMITS,
      Act.DELETES,
      Act.ACKNOWLEDGES,
      Act.FILLS,
      Act.HITS),

  DELAYED_DOUBLE_DELETE(
      Protocol.unstamped("delete once more, later", Op.DELETE)
          .writing(Op.DELETE, Op.COMMIT, Op.DELETE, Op.ACKNOWLEDGE, Op.DELETE),
      Setup.of("one reader", 0),
      Act.LOADS,
      Act.COMMITS,
      Act.ACKNOWLEDGES,
      Act.FILLS,
      Act.HITS),

  EXPIRING_TOMBSTONE(
      Protocol.unstamped("a tombstone that expires", Op.BURY)
          .writing(Op.COMMIT, Op.BURY, Op.ACKNOWLEDGE),
      Setup.of("one reader", 0),
      Act.LOADS,
      Act.COMMITS,
      Act.BURIES,
      Act.EVICTS_ENTRY,
      Act.FILLS,
      Act.HITS),

  STAMP_AFTER_LOAD(
      Protocol.ours().without("the stamp read after the database", Rule.STAMP_BEFORE_LOAD),
      Setup.of("one reader", 0),
      Act.LOADS,
      Act.COMMITS,
      Act.BUMPS,
      Act.STAMPS_LATE,
      Act.FILLS,
      Act.HITS),

  FLIGHT_BY_KEY(
      Protocol.ours().without("a flight by key alone", Rule.FLIGHT_BY_STAMP),
      Setup.of("two readers", 0, 0),
      Act.LOADS,
      Act.COMMITS,
      Act.BUMPS,
      Act.ACKNOWLEDGES,
      Act.MISSES,
      Act.JOINS_LATE),

  LOOK_UNDER_WAY(
      Protocol.sharing().without("a look that is under way joined", Rule.LOOK_AFTER_BEGIN),
      Setup.of("two readers", 0, 0),
      Act.LOADS,
      Act.FILLS,
      Act.LOOKS,
      Act.BUMPS,
      Act.ACKNOWLEDGES,
      Act.JOINS_LOOK,
      Act.SHARED_HIT),

  COPY_OF_THE_KEY(
      Protocol.copying().without("a copy that is not compared", Rule.COPY_COMPARED),
      Setup.of("two processes", 0, 1),
      Act.LOADS,
      Act.COMMITS,
      Act.FILLS,
      Act.LOOKS,
      Act.BUMPS,
      Act.ACKNOWLEDGES,
      Act.SHARED_HIT,
      Act.FILLS,
      Act.LOOKS_AT_HEAD,
      Act.READS_GENERATIONS,
      Act.SHARED_HIT),

  COPY_WITHOUT_LOOKING(
      Protocol.copying().without("a copy without a look", Rule.COPY_LOOKED_AT),
      Setup.of("one reader", 0),
      Act.LOADS,
      Act.COMMITS,
      Act.FILLS,
      Act.LOOKS,
      Act.BUMPS,
      Act.ACKNOWLEDGES,
      Act.SHARED_HIT,
      Act.TRUSTS_COPY),

  WAITER_TAKES_ANY(
      Protocol.ours().without("a waiter that takes another stamp", Rule.WAITER_COMPARES),
      Setup.of("two processes", 0, 1),
      Act.LOADS,
      Act.COMMITS,
      Act.BUMPS,
      Act.ACKNOWLEDGES,
      Act.FILLS,
      Act.LOSES_LEASE,
      Act.GETS_FILLED),

  BUMP_AFTER_ANSWER(
      Protocol.ours()
          .named("bump after the answer")
          .writing(Op.COMMIT, Op.ACKNOWLEDGE, Op.BUMP_PRODUCT, Op.BUMP_STOCK),
      Setup.of("one reader", 0),
      Act.COMMITS,
      Act.ACKNOWLEDGES,
      Act.HITS),

  BUMP_BEFORE_COMMIT(
      Protocol.ours()
          .named("bump before the commit")
          .writing(Op.BUMP_PRODUCT, Op.BUMP_STOCK, Op.COMMIT, Op.ACKNOWLEDGE),
      Setup.of("one reader", 0),
      Act.BUMPS,
      Act.MISSES,
      Act.LOADS,
      Act.COMMITS,
      Act.ACKNOWLEDGES,
      Act.HITS),

  PUBLISH_BEFORE_BUMP(
      Protocol.ours()
          .named("publish before the bump")
          .relaying(Op.TAKE, Op.PUBLISH, Op.BUMP_PRODUCT, Op.BUMP_STOCK),
      Setup.of("one reader", 0),
      Act.COMMITS,
      Act.TAKES,
      Act.PUBLISHES,
      Act.HITS),

  ONE_TAG_OF_TWO(
      Protocol.ours()
          .named("one tag of two bumped")
          .writing(Op.COMMIT, Op.BUMP_PRODUCT, Op.ACKNOWLEDGE),
      Setup.of("a writer of the other tag", 0).writing(Setup.STOCK),
      Act.COMMITS,
      Act.ACKNOWLEDGES,
      Act.HITS),

  COUNTED_GENERATIONS(
      Protocol.ours().without("generations counted", Rule.RANDOM_GENERATIONS),
      Setup.of("one reader", 0),
      Act.LOADS,
      Act.COMMITS,
      Act.BUMPS,
      Act.ACKNOWLEDGES,
      Act.FILLS,
      Act.HITS),

  STAMP_WITHOUT_RUN(
      Protocol.ours().without("a stamp without the run", Rule.RUN_IN_STAMP),
      Setup.of("old data once", 0).restoring(1),
      Act.SNAPSHOT,
      Act.BUMPS,
      Act.ACKNOWLEDGES,
      Act.RESTORES,
      Act.HITS),

  RUN_OF_THE_PROCESS(
      Protocol.ours().without("one run for a process's life", Rule.RUN_PER_PROMOTION),
      Setup.of("failover and back", 0).restoring(2),
      Act.SNAPSHOT,
      Act.BUMPS,
      Act.ACKNOWLEDGES,
      Act.RESTORES,
      Act.FAILS_BACK,
      Act.HITS);

  private final Protocol protocol;
  private final Setup setup;
  private final List<Act> heart;

  Control(Protocol protocol, Setup setup, Act... heart) {
    this.protocol = protocol;
    this.setup = setup;
    this.heart = List.of(heart);
  }

  Model model() {
    return new Model(protocol, setup);
  }

  List<Act> heart() {
    return heart;
  }

  @Override
  public String toString() {
    return protocol.toString();
  }
}
