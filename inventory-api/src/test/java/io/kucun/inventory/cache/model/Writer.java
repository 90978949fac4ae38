package io.kucun.inventory.cache.model;

import io.kucun.inventory.cache.model.Protocol.Op;
import io.kucun.inventory.cache.model.State.Write;
import java.util.List;

/**
 * Commits, makes stale, answers. If Redis does not confirm in time, it answers without a promise,
 * and its commands arrive later or never; a process that dies after the commit is the same.
 */
final class Writer implements Actor {
  private final int me;
  private final String name;
  private final List<Op> program;
  private final int tags;
  private final Server server;

  Writer(int me, Protocol protocol, Setup setup) {
    this.me = me;
    this.name = "writer " + (me + 1);
    this.tags = setup.writers().get(me);
    this.program = protocol.writer().stream().filter(this::concerns).toList();
    this.server = new Server(protocol);
  }

  private boolean concerns(Op op) {
    return op.tag() == 0 || (op.tag() & tags) != 0;
  }

  @Override
  public void steps(State now, List<Step> into) {
    Write write = now.writes().get(me);
    if (write.at() == program.size()) {
      return;
    }
    Op op = program.get(write.at());
    if (write.pending()) {
      boolean more = program.get(write.at() + 1).tag() != 0;
      Write left = more ? new Write(write.at() + 1, true) : new Write(program.size(), false);
      into.add(Step.of(name, Act.BUMPS_LATE, server.invalidate(now.with(me, left), op)));
      return;
    }
    State moved = now.with(me, new Write(write.at() + 1, false));
    switch (op) {
      case COMMIT -> into.add(Step.of(name, Act.COMMITS, moved.commit(1 << me)));
      case ACKNOWLEDGE -> into.add(Step.of(name, Act.ACKNOWLEDGES, moved.promise(1 << me)));
      default -> {
        into.add(Step.of(name, Server.act(op), server.invalidate(moved, op)));
        if (op.tag() != 0 && program.indexOf(Op.ACKNOWLEDGE) > write.at()) {
          State pending = now.with(me, new Write(write.at(), true));
          into.add(Step.of(name, Act.ANSWERS_PENDING, pending));
        }
      }
    }
  }
}
