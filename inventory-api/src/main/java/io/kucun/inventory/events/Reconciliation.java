package io.kucun.inventory.events;

import io.kucun.inventory.events.EventStore.ChannelState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Brings Redis back into step with PostgreSQL, which is the truth: an empty or older Redis gets the
 * tail of the log again; a Redis that is ahead means that the database was restored, so the
 * numbering starts anew.
 */
@ApplicationScoped
class Reconciliation {
  private static final Logger LOG = Logger.getLogger(Reconciliation.class);
  private static final int CHUNK = 500;

  private final EventStore store;
  private final RedisLog log;

  Reconciliation(EventStore store, RedisLog log) {
    this.store = store;
    this.log = log;
  }

  /** Compares every channel and repairs what differs, in the name of this holder of the lease. */
  Uni<Void> run(String holder) {
    return store
        .epoch()
        .flatMap(epoch ->
            store
                .channels()
                .flatMap(states ->
                    log.positions(states.stream().map(ChannelState::channel).toList())
                        .flatMap(positions -> compare(holder, epoch, states, positions))));
  }

  private Uni<Void> compare(
      String holder,
      String epoch,
      List<ChannelState> states,
      Map<String, Optional<Position>> positions) {
    for (ChannelState state : states) {
      Optional<Position> position = positions.getOrDefault(state.channel(), Optional.empty());
      if (position.filter(p -> isAhead(p, epoch, state)).isPresent()) {
        LOG.warnf("Redis is ahead of the database (%s): opening a new epoch", position.get());
        return store
            .replaceEpoch(holder, state.channel(), position.get())
            .flatMap(done -> run(holder));
      }
    }
    return Multi.createFrom()
        .iterable(states)
        .onItem()
        .transformToUniAndConcatenate(state ->
            repair(epoch, state, positions.getOrDefault(state.channel(), Optional.empty())))
        .toUni()
        .replaceWithVoid();
  }

  private static boolean isAhead(Position position, String epoch, ChannelState state) {
    return position.epoch().equals(epoch) && position.offset() > state.last();
  }

  private Uni<Void> repair(String epoch, ChannelState state, Optional<Position> found) {
    long offset = found.filter(p -> p.epoch().equals(epoch)).map(Position::offset).orElse(-1L);
    if (offset >= state.published()) {
      // Published, and then this process or the one before it died before it could note so.
      return offset == state.published()
          ? Uni.createFrom().voidItem()
          : store.published(state.channel(), offset);
    }
    long from = Math.max(0, state.published() - log.capacity());
    LOG.infof(
        "Channel %s stands at %s in Redis: filling its log from %d to %d",
        state.channel(), found.map(Position::toString).orElse("nothing"), from, state.published());
    return log.restartAt(state.channel(), found, new Position(epoch, from))
        .flatMap(done -> refill(epoch, state, from));
  }

  private Uni<Void> refill(String epoch, ChannelState state, long after) {
    return store
        .range(state.channel(), after, state.published(), CHUNK)
        .flatMap(events ->
            events.isEmpty()
                ? Uni.createFrom().voidItem()
                : log.append(events, epoch, false)
                    .flatMap(done -> refill(epoch, state, events.getLast().offset())));
  }
}
