package io.kucun.inventory.cache.model;

import io.kucun.inventory.cache.model.Protocol.Rule;
import io.kucun.inventory.cache.model.Read.Phase;
import java.util.List;

/**
 * The shared looks of one process: at most one is under way, and readers wait for the next. That it
 * is sent and that Redis answers it is one step, for a reader that comes between the two is to the
 * others as one that comes after. All who shared it go on in one step, as they do on an event loop.
 */
final class Looks implements Actor {
  private final int process;
  private final String name;
  private final Protocol protocol;
  private final Setup setup;
  private final Server server;

  Looks(int process, Protocol protocol, Setup setup) {
    this.process = process;
    this.name = "looks " + (process + 1);
    this.protocol = protocol;
    this.setup = setup;
    this.server = new Server(protocol);
  }

  @Override
  public void steps(State now, List<Step> into) {
    Glance glance = now.glances().get(process);
    switch (glance.kind()) {
      case NONE -> {
        if (isAwaited(now)) {
          Glance first = glance.sent(protocol, server, now.redis());
          boolean head = first.kind() == Glance.Kind.HEAD;
          into.add(Step.of(name, head ? Act.LOOKS_AT_HEAD : Act.LOOKS, sent(now, first)));
        }
      }
      case HEAD ->
          into.add(
              saw(Act.READS_GENERATIONS, now, glance.behindHead(protocol, server, now.redis())));
      case OTHER ->
          into.add(saw(Act.LOOKS_AGAIN, now, glance.whole(protocol, server, now.redis())));
      case HIT, MISS, LACKS_GENERATION -> arrive(now, glance, into);
    }
  }

  private Step saw(Act act, State now, Glance seen) {
    return Step.of(name, act, now.withGlance(process, seen));
  }

  private boolean isMine(int reader) {
    return setup.readers().get(reader) == process;
  }

  private boolean isAwaited(State now) {
    for (int reader = 0; reader < now.reads().size(); reader++) {
      if (isMine(reader) && now.reads().get(reader).phase().awaitsLook()) {
        return true;
      }
    }
    return false;
  }

  private State sent(State now, Glance first) {
    State next = now.withGlance(process, first);
    for (int reader = 0; reader < now.reads().size(); reader++) {
      Read read = now.reads().get(reader);
      if (isMine(reader) && read.phase().awaitsLook()) {
        boolean again = read.phase() == Phase.LOOK_AGAIN;
        next = next.with(reader, read.to(again ? Phase.LOOKING_AGAIN : Phase.LOOKING));
      }
    }
    return next;
  }

  /** Of those who hit, one may begin an early refresh. */
  private void arrive(State now, Glance glance, List<Step> into) {
    State next = now.withGlance(process, glance.over(protocol));
    boolean stale = false;
    int refresher = -1;
    for (int reader = 0; reader < now.reads().size(); reader++) {
      Read read = now.reads().get(reader);
      if (isMine(reader) && read.phase().isLooking()) {
        stale |= glance.kind() == Glance.Kind.HIT && read.isBroken(glance.value());
        refresher = read.phase() == Phase.LOOKING ? reader : refresher;
        next = next.with(reader, after(read, glance));
      }
    }
    into.add(new Step(name, act(glance), next, stale));
    if (glance.kind() == Glance.Kind.HIT && refresher >= 0) {
      State refreshing = next.with(refresher, Read.refresh(glance.stamp()));
      into.add(new Step(name, Act.SHARED_REFRESH, refreshing, stale));
    }
  }

  private static Read after(Read read, Glance glance) {
    return switch (glance.kind()) {
      case HIT -> Read.IDLE;
      case MISS -> read.stamped(glance.stamp(), Phase.JOIN);
      case LACKS_GENERATION, NONE, HEAD, OTHER ->
          read.phase() == Phase.LOOKING_AGAIN
              ? read.loading(Phase.LOAD_ONLY)
              : read.to(Phase.CREATE_GENERATION);
    };
  }

  private static Act act(Glance glance) {
    return switch (glance.kind()) {
      case HIT -> Act.SHARED_HIT;
      case MISS -> Act.SHARED_MISS;
      case LACKS_GENERATION, NONE, HEAD, OTHER -> Act.SHARED_LACK;
    };
  }

  /** A read begins, and waits for the next look; without the rule it may share the present one. */
  static void begin(State now, int me, int process, Protocol protocol, List<Step> into) {
    String name = "reader " + (me + 1);
    Read read = Read.begun(now.promised());
    into.add(Step.of(name, Act.AWAITS_LOOK, now.with(me, read.to(Phase.AWAITS_LOOK))));
    Glance glance = now.glances().get(process);
    if (!protocol.keeps(Rule.LOOK_AFTER_BEGIN) && glance.isUnderWay()) {
      into.add(Step.of(name, Act.JOINS_LOOK, now.with(me, read.to(Phase.LOOKING))));
    }
    if (!protocol.keeps(Rule.COPY_LOOKED_AT) && glance.copy().isValue()) {
      into.add(new Step(name, Act.TRUSTS_COPY, now, read.isBroken(glance.copy().value())));
    }
  }
}
