package io.kucun.inventory.cache.model;

import io.kucun.inventory.cache.model.Protocol.Rule;
import io.kucun.inventory.cache.model.Read.Phase;
import io.kucun.inventory.cache.model.Redis.Entry;
import io.kucun.inventory.cache.model.Redis.Lease;
import java.util.List;

/**
 * Reads again and again. A read begins with its first look: what is promised between its begin and
 * that look is demanded of it too, which is the stricter check.
 */
final class Reader implements Actor {
  private final int me;
  private final int process;
  private final String name;
  private final Protocol protocol;
  private final Server server;
  private final Flights flights;

  Reader(int me, Protocol protocol, Setup setup) {
    this.me = me;
    this.process = setup.readers().get(me);
    this.name = "reader " + (me + 1);
    this.protocol = protocol;
    this.server = new Server(protocol);
    this.flights = new Flights(me, protocol, setup);
  }

  @Override
  public void steps(State now, List<Step> into) {
    Read read = now.reads().get(me);
    switch (read.phase()) {
      case IDLE -> begin(now, into);
      case CREATE_GENERATION -> add(Act.CREATES, create(now, read), into);
      case LOOK_AGAIN -> {
        if (!protocol.keeps(Rule.SHARED_LOOKS)) {
          lookAgain(now, read, into);
        }
      }
      case JOIN -> join(now, read, into);
      case TAKE_LEASE -> takeLease(now, read, into);
      case AWAIT_HOLDER -> awaitHolder(now, read, into);
      case LOAD -> load(now, read, into);
      case LOAD_ONLY -> into.add(answer(Act.LOADS_ONLY, now, now.database(), Read.IDLE));
      case STAMP_LATE ->
          add(
              Act.STAMPS_LATE,
              now.with(me, read.stamped(server.stamp(now.redis()), Phase.FILL)),
              into);
      case FILL -> fill(now, read, into);
      case IN_FLIGHT, AWAITS_LOOK, LOOKING, LOOKING_AGAIN -> {}
    }
  }

  private void begin(State now, List<Step> into) {
    if (protocol.keeps(Rule.SHARED_LOOKS)) {
      Looks.begin(now, me, process, protocol, into);
    } else {
      look(now, Read.begun(now.promised()), into);
    }
  }

  /** The one {@code MGET} of entry and generations. */
  private void look(State now, Read read, List<Step> into) {
    if (protocol.keeps(Rule.STAMPED) && !now.redis().isComplete()) {
      add(Act.LACKS_GENERATION, now.with(me, read.to(Phase.CREATE_GENERATION)), into);
      return;
    }
    Stamp stamp = server.stamp(now.redis());
    Entry entry = now.redis().entry();
    if (entry.isValue() && entry.stamp().equals(stamp)) {
      boolean stale = read.isBroken(entry.value());
      into.add(new Step(name, Act.HITS, now.with(me, Read.IDLE), stale));
      into.add(new Step(name, Act.REFRESHES, now.with(me, Read.refresh(stamp)), stale));
    } else {
      add(Act.MISSES, now.with(me, read.stamped(stamp, Phase.JOIN)), into);
    }
  }

  private State create(State now, Read read) {
    State created = server.create(server.create(now, Setup.PRODUCT), Setup.STOCK);
    return created.with(me, read.to(Phase.LOOK_AGAIN));
  }

  private void lookAgain(State now, Read read, List<Step> into) {
    Stamp stamp = server.stamp(now.redis());
    Entry entry = now.redis().entry();
    if (!now.redis().isComplete()) {
      add(Act.STILL_LACKS, now.with(me, read.loading(Phase.LOAD_ONLY)), into);
    } else if (entry.isValue() && entry.stamp().equals(stamp)) {
      boolean stale = read.isBroken(entry.value());
      into.add(new Step(name, Act.HITS_AGAIN, now.with(me, Read.IDLE), stale));
    } else {
      add(Act.MISSES_AGAIN, now.with(me, read.stamped(stamp, Phase.JOIN)), into);
    }
  }

  /** One atomic look into the process's map of flights. */
  private void join(State now, Read read, List<Step> into) {
    int leader = flights.leader(now, read.stamp());
    if (leader < 0) {
      add(Act.LEADS, now.with(me, read.to(Phase.TAKE_LEASE)), into);
      return;
    }
    Read ahead = now.reads().get(leader);
    if (ahead.phase().isLoaded()) {
      boolean stale = read.isBroken(ahead.value());
      into.add(new Step(name, Act.JOINS_LATE, now.with(me, Read.IDLE), stale));
    } else {
      add(Act.JOINS, now.with(me, read.waitingFor(leader)), into);
    }
  }

  private void takeLease(State now, Read read, List<Step> into) {
    Lease lease = now.redis().lease();
    State lost = now.with(me, read.to(Phase.AWAIT_HOLDER));
    State won = now.with(me, read.loading(Phase.LOAD));
    if (!protocol.keeps(Rule.ONE_LEASE)) {
      add(Act.TAKES_LEASE, won, into);
      add(Act.LOSES_LEASE, lost, into);
    } else if (lease.isHeld() && lease.stamp().equals(read.stamp())) {
      add(Act.LOSES_LEASE, lost, into);
    } else {
      Act act = lease.isHeld() ? Act.TAKES_OVER_LEASE : Act.TAKES_LEASE;
      add(act, won.with(won.redis().with(new Lease(read.stamp(), me))), into);
    }
  }

  /** Waits for what the holder fills, not for ever. */
  private void awaitHolder(State now, Read read, List<Step> into) {
    add(Act.TIRES, now.with(me, read.loading(Phase.LOAD_ONLY)), into);
    Entry entry = now.redis().entry();
    boolean equal = entry.stamp().equals(read.stamp());
    if (entry.isValue() && (equal || !protocol.keeps(Rule.WAITER_COMPARES))) {
      into.add(answer(Act.GETS_FILLED, now, entry.value(), Read.IDLE));
    }
  }

  private void load(State now, Read read, List<Step> into) {
    boolean late = !protocol.keeps(Rule.STAMP_BEFORE_LOAD);
    Read loaded = read.loaded(now.database(), late ? Phase.STAMP_LATE : Phase.FILL);
    into.add(answer(Act.LOADS, now, now.database(), loaded));
  }

  /** Fills with the stamp of its own look, unless somebody else has the lease by now. */
  private void fill(State now, Read read, List<Step> into) {
    Redis redis = now.redis();
    Lease lease = redis.lease();
    State done = now.with(me, Read.IDLE);
    Entry entry = new Entry(read.stamp(), read.value());
    boolean anyLease = !protocol.keeps(Rule.ONE_LEASE);
    boolean refused =
        redis.entry().equals(Entry.TOMBSTONE) || (lease.isHeld() && lease.holder() != me);
    if (!refused) {
      add(Act.FILLS, done.with(redis.with(entry).with(Lease.NONE)), into);
    }
    if (refused || anyLease) {
      add(Act.REFRAINS, done, into);
    }
  }

  /** Answers, and with the same value all that joined. */
  private Step answer(Act act, State now, int value, Read then) {
    boolean stale = now.reads().get(me).isBroken(value) || flights.isAnyBroken(now, value);
    return new Step(name, act, flights.land(now).with(me, then), stale);
  }

  private void add(Act act, State next, List<Step> into) {
    into.add(Step.of(name, act, next));
  }
}
