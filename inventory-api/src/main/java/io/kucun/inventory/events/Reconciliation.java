package io.kucun.inventory.events;

import io.kucun.inventory.events.EventStore.Channels;
import io.kucun.inventory.events.Standing.Filling;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
  private final BeforePublish before;
  private final RelayMeters meters;
  private volatile Map<String, String> broken = Map.of();

  Reconciliation(EventStore store, RedisLog log, BeforePublish before, RelayMeters meters) {
    this.store = store;
    this.log = log;
    this.before = before;
    this.meters = meters;
    meters.watch(this);
  }

  /** Compares all channels and repairs what differs; false if there is more to repair. */
  Uni<Boolean> run(Hold hold) {
    return store
        .channels()
        .flatMap(channels ->
            log.standings(channels.names())
                .flatMap(standings -> repair(hold, channels, standings)));
  }

  /** Channels that the last comparison could not repair; the others go on without them. */
  Set<String> broken() {
    return broken.keySet();
  }

  private Uni<Boolean> repair(Hold hold, Channels channels, Map<String, Standing> standings) {
    // The epoch first: what is filled under the old one would be filled in vain.
    for (ChannelState state : channels.states()) {
      Standing standing = of(state, standings);
      if (Verdict.of(hold, channels, state, standing) == Verdict.AHEAD) {
        return open(hold, channels.epoch(), state, standings);
      }
    }
    Map<String, String> lacking = new TreeMap<>();
    return each(
            channels,
            state ->
                repair(hold, channels, state, of(state, standings))
                    .onFailure(MissingEvent.class)
                    .recoverWithItem(missing -> {
                      lacking.put(state.channel(), String.valueOf(missing.getMessage()));
                      return true;
                    }))
        .invoke(done -> tell(lacking))
        .map(done -> !done.contains(false));
  }

  private static <T> Uni<List<T>> each(
      Channels channels, Function<ChannelState, Uni<? extends T>> task) {
    return Multi.createFrom()
        .iterable(channels.states())
        .onItem()
        .transformToUniAndConcatenate(task)
        .collect()
        .asList();
  }

  private static Standing of(ChannelState state, Map<String, Standing> standings) {
    return Objects.requireNonNull(standings.get(state.channel()));
  }

  private void tell(Map<String, String> lacking) {
    if (!lacking.equals(broken)) {
      lacking.values().forEach(what -> LOG.errorf("Its events wait: %s", what));
      broken = Map.copyOf(lacking);
    }
  }

  private Uni<Boolean> repair(Hold hold, Channels channels, ChannelState state, Standing standing) {
    return switch (Verdict.of(hold, channels, state, standing)) {
      case IN_STEP -> Uni.createFrom().item(true);
      case NOTE ->
          store
              .published(state.channel(), Objects.requireNonNull(standing.position()))
              .replaceWith(true);
      case RESTART ->
          restart(hold, channels.epoch(), state, standing)
              .flatMap(filling -> refill(state, filling, filling.base()));
      case REFILL -> refill(state, Objects.requireNonNull(standing.filling()), standing.last());
      case AHEAD -> throw new IllegalStateException("its epoch has been replaced before");
    };
  }

  private Uni<Boolean> open(
      Hold hold, String epoch, ChannelState state, Map<String, Standing> standings) {
    Position seen = Objects.requireNonNull(of(state, standings).position());
    LOG.warnf(
        "Redis is ahead of the database (%s: %s, not %s:%d): a new epoch",
        state.channel(), seen, epoch, state.last());
    return store
        .replaceEpoch(hold, epoch, state.channel(), seen)
        .flatMap(replaced -> replaced ? opened(hold, standings) : Uni.createFrom().voidItem())
        .replaceWith(false);
  }

  /** All positions go at once: one of a third epoch that stayed would ask for yet another. */
  private Uni<Void> opened(Hold hold, Map<String, Standing> standings) {
    meters.epochOpened();
    return store
        .channels()
        .flatMap(channels ->
            each(channels, state -> restart(hold, channels.epoch(), state, of(state, standings))))
        .replaceWithVoid();
  }

  /** What was cached goes first: a filling that is under way would not ask for it again. */
  private Uni<Filling> restart(Hold hold, String epoch, ChannelState state, Standing standing) {
    Filling filling = new Filling(state.logBase(log.capacity()), hold.term(), epoch);
    LOG.infof(
        "Channel %s stands at '%s' in Redis, its log ends at %d: term %d fills it from %d to %d",
        state.channel(),
        standing.text(),
        standing.last(),
        hold.term(),
        filling.base(),
        state.published());
    return before
        .beforeRestart()
        .flatMap(done -> log.restart(state.channel(), standing.text(), filling))
        .onFailure(FilledByLaterTerm.class)
        .call(refusal -> store.raiseTerm(hold, refusal.term()))
        .invoke(meters::refilled)
        .replaceWith(filling);
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
    boolean ended = last < state.published() && batch.isEmpty();
    if (ended || (!batch.isEmpty() && batch.lastOffset() != last + batch.events().size())) {
      throw new MissingEvent(state.channel(), last);
    }
    if (!batch.isEmpty() && !batch.epoch().equals(filling.epoch())) {
      throw new OutOfStep(state.channel(), batch.epoch() + ":" + batch.lastOffset());
    }
  }
}
