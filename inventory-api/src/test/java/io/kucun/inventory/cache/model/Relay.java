package io.kucun.inventory.cache.model;

import io.kucun.inventory.cache.model.Protocol.Op;
import io.kucun.inventory.cache.model.State.Carriage;
import java.util.List;

/**
 * Carries the events of committed writes: takes those that are not delivered, makes stale what they
 * touch, delivers. At any point another may take over and begin again.
 */
final class Relay implements Actor {
  private static final String NAME = "relay";

  private final List<Op> program;
  private final Setup setup;
  private final Server server;

  Relay(Protocol protocol, Setup setup) {
    this.program = protocol.relay();
    this.setup = setup;
    this.server = new Server(protocol);
  }

  @Override
  public void steps(State now, List<Step> into) {
    Carriage at = now.carriage();
    Op op = program.get(at.at());
    if (op == Op.TAKE) {
      int waiting = now.database() & ~at.published();
      if (waiting != 0) {
        into.add(Step.of(NAME, Act.TAKES, move(now, at.at(), waiting, at.published())));
      }
      return;
    }
    into.add(Step.of(NAME, Act.HANDS_OVER, now.with(new Carriage(0, 0, at.published()))));
    State moved = move(now, at.at(), at.taken(), at.published());
    into.add(
        op == Op.PUBLISH
            ? Step.of(
                NAME,
                Act.PUBLISHES,
                move(now, at.at(), at.taken(), at.published() | at.taken()).promise(at.taken()))
            : Step.of(NAME, Server.act(op), server.invalidate(moved, op)));
  }

  /** On to the next command that concerns what was taken, or to the beginning. */
  private State move(State now, int at, int taken, int published) {
    int next = at + 1;
    while (next < program.size() && !concerns(program.get(next), taken)) {
      next++;
    }
    return now.with(
        next == program.size()
            ? new Carriage(0, 0, published)
            : new Carriage(next, taken, published));
  }

  private boolean concerns(Op op, int taken) {
    return op.tag() == 0 || (op.tag() & setup.touchedBy(taken)) != 0;
  }
}
