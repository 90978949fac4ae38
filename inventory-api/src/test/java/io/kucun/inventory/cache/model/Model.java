package io.kucun.inventory.cache.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A protocol at work: all actors over one key. */
final class Model {
  private final Protocol protocol;
  private final Setup setup;
  private final List<Actor> actors;

  Model(Protocol protocol, Setup setup) {
    this.protocol = protocol;
    this.setup = setup;
    this.actors =
        Stream.of(
                IntStream.range(0, setup.writers().size())
                    .mapToObj(writer -> new Writer(writer, protocol, setup)),
                Stream.of(new Relay(protocol, setup), new Environment(protocol, setup)),
                IntStream.range(0, setup.processes())
                    .filter(process -> protocol.keeps(Protocol.Rule.SHARED_LOOKS))
                    .mapToObj(process -> new Looks(process, protocol, setup)),
                IntStream.range(0, setup.readers().size())
                    .mapToObj(reader -> new Reader(reader, protocol, setup)))
            .<Actor>flatMap(some -> some)
            .toList();
  }

  State initial() {
    return State.initial(setup);
  }

  /** Each step that anybody may take now, in an order that depends on the state alone. */
  List<Step> steps(State now) {
    List<Step> steps = new ArrayList<>();
    for (Actor actor : actors) {
      actor.steps(now, steps);
    }
    return steps;
  }

  Canon canon() {
    return new Canon(protocol, setup);
  }

  @Override
  public String toString() {
    return protocol + ", " + setup;
  }
}
