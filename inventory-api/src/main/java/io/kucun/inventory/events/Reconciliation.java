package io.kucun.inventory.events;

import io.kucun.inventory.events.EventStore.Channels;
import io.kucun.inventory.events.Standing.Filling;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Brings Redis back into step with PostgreSQL, a bounded piece at a time; how far it is stands in
 * Redis.
 */
@ApplicationScoped
class Reconciliation {
  private static final Logger LOG = Logger.getLogger(Reconciliation.class);
  private static final int CHUNK = 250;

  private final EventStore store;
  private final RedisLog log;
  private final RelayMeters meters;

  Reconciliation(EventStore store, RedisLog log, RelayMeters meters) {
    this.store = store;
    this.log = log;
    this.meters = meters;
  }

  /** Compares all channels and repairs what differs; false if there is more to repair. */
  Uni<Boolean> run(Hold hold) {
    return store
        .channels()
        .flatMap(channels ->
            log.standings(channels.names())
                .flatMap(standings -> repair(hold, channels, standings)));
  }

  private Uni<Boolean> repair(Hold hold, Channels channels, Map<String, Standing> standings) {
    // The epoch first: what is filled under the old one would be filled in vain.
    for (ChannelState state : channels.states()) {
      Standing standing = of(state, standings);
      if (Verdict.of(hold, channels, state, standing) == Verdict.AHEAD) {
        return open(hold, channels.epoch(), state, Objects.requireNonNull(standing.position()));
      }
    }
    return Multi.createFrom()
        .iterable(channels.states())
        .onItem()
        .transformToUniAndConcatenate(state -> repair(hold, channels, state, of(state, standings)))
        .collect()
        .asList()
        .map(done -> !done.contains(false));
  }

  private static Standing of(ChannelState state, Map<String, Standing> standings) {
    return Objects.requireNonNull(standings.get(state.channel()));
  }

  private Uni<Boolean> repair(Hold hold, Channels channels, ChannelState state, Standing standing) {
    return switch (Verdict.of(hold, channels, state, standing)) {
      case IN_STEP -> Uni.createFrom().item(true);
      case NOTE ->
          store
              .published(state.channel(), Objects.requireNonNull(standing.position()))
              .replaceWith(true);
      case RESTART -> restart(hold, channels.epoch(), state, standing);
      case REFILL -> refill(state, Objects.requireNonNull(standing.filling()), standing.last());
      case AHEAD -> throw new IllegalStateException("its epoch has been replaced before");
    };
  }

  private Uni<Boolean> open(Hold hold, String epoch, ChannelState state, Position seen) {
    LOG.warnf(
        "Redis is ahead of the database (%s: %s, not %s:%d): a new epoch",
        state.channel(), seen, epoch, state.last());
    return store
        .replaceEpoch(hold, epoch, state.channel(), seen)
        .invoke(replaced -> {
          if (replaced) {
            meters.epochOpened();
          }
        })
        .replaceWith(false);
  }

  private Uni<Boolean> restart(Hold hold, String epoch, ChannelState state, Standing standing) {
    Filling filling = new Filling(state.logBase(log.capacity()), hold.term(), epoch);
    LOG.infof(
        "Channel %s stands at '%s' in Redis, its log ends at %d: term %d fills it from %d to %d",
        state.channel(),
        standing.text(),
        standing.last(),
        hold.term(),
        filling.base(),
        state.published());
    return log.restart(state.channel(), standing.text(), filling)
        .invoke(meters::refilled)
        .flatMap(done -> refill(state, filling, filling.base()));
  }

  private Uni<Boolean> refill(ChannelState state, Filling filling, long last) {
    return store
        .range(state.channel(), last, state.published(), CHUNK)
        .flatMap(batch -> {
          long reached = last + batch.events().size();
          requireUnbroken(state, batch, filling, last);
          boolean done = reached >= state.published();
          Position end = done ? new Position(filling.epoch(), reached) : null;
          return log.refill(state.channel(), filling, last, batch, end).replaceWith(done);
        });
  }

  /** Rows are numbered without a gap; where one is missing all the same, nothing is made up. */
  private static void requireUnbroken(
      ChannelState state, Numbered batch, Filling filling, long last) {
    if (last < state.published() && batch.isEmpty()) {
      throw new IllegalStateException(state.channel() + " has no event after offset " + last);
    }
    if (!batch.isEmpty() && batch.lastOffset() != last + batch.events().size()) {
      throw new IllegalStateException(state.channel() + " lacks an event after offset " + last);
    }
    if (!batch.isEmpty() && !batch.epoch().equals(filling.epoch())) {
      throw new OutOfStep(state.channel(), batch.epoch() + ":" + batch.lastOffset());
    }
  }
}
