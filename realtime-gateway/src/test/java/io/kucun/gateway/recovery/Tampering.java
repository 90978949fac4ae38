package io.kucun.gateway.recovery;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.recovery.Violation.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A good history made bad in one place, and what the checker has to find then. */
public final class Tampering {

  private static final Position NOWHERE = new Position("nobody's", 7);

  private final Random random;

  public Tampering(Random random) {
    this.random = random;
  }

  /** One way to do it. */
  public record Trick(String name, Set<Kind> finds, UnaryOperator<List<Told>> change) {

    @Override
    public String toString() {
      return name;
    }
  }

  public List<Trick> all() {
    return List.of(
        trick("an event that is lost", Set.of(Kind.GAP), this::lost),
        trick("an event that comes twice", Set.of(Kind.REPEATED), this::twice),
        trick("two events in the wrong order", Set.of(Kind.GAP, Kind.REPEATED), this::swapped),
        trick("an event that nobody published", Set.of(Kind.INVENTED), this::invented),
        trick("an event from before it was published", Set.of(Kind.INVENTED), this::early),
        trick("a loss that is called recovered", Set.of(Kind.ANSWER), this::falselyRecovered),
        trick("a position that leaves an event out", Set.of(Kind.GAP), this::tooFar),
        trick("an end that is missing", Set.of(Kind.INCOMPLETE), this::cutOff));
  }

  private static Trick trick(String name, Set<Kind> finds, UnaryOperator<List<Told>> change) {
    return new Trick(name, finds, history -> change.apply(new ArrayList<>(history)));
  }

  private static List<Integer> events(List<Told> history) {
    return IntStream.range(0, history.size())
        .filter(i -> history.get(i) instanceof Told.Event)
        .boxed()
        .toList();
  }

  /** An event between two others. */
  private int amid(List<Told> history) {
    Set<Integer> events = new HashSet<>(events(history));
    List<Integer> places =
        events.stream().filter(i -> events.contains(i - 1) && events.contains(i + 1)).toList();
    return places.get(random.nextInt(places.size()));
  }

  private List<Told> lost(List<Told> history) {
    history.remove(amid(history));
    return history;
  }

  private List<Told> twice(List<Told> history) {
    int at = amid(history);
    history.add(at + 1, history.get(at));
    return history;
  }

  private List<Told> swapped(List<Told> history) {
    int at = amid(history);
    Told moved = history.remove(at);
    Told before = history.get(at);
    history.add(at + 1, new Told.Event(((Told.Event) moved).at(), before.known()));
    return history;
  }

  private List<Told> invented(List<Told> history) {
    history.add(amid(history), new Told.Event(NOWHERE, Integer.MAX_VALUE));
    return history;
  }

  private List<Told> early(List<Told> history) {
    history.replaceAll(t -> t instanceof Told.Event e ? new Told.Event(e.at(), 0) : t);
    return history;
  }

  private List<Told> falselyRecovered(List<Told> history) {
    int at = amid(history);
    Position here = ((Told.Event) history.get(at)).at();
    Position before = new Position(here.epoch(), here.offset() - 1);
    history.add(at + 1, new Told.Answered(before, here, true, history.get(at).known()));
    return history;
  }

  private List<Told> tooFar(List<Told> history) {
    int at = amid(history);
    Told.Event skipped = (Told.Event) history.get(at);
    history.set(at, new Told.Upto(skipped.at(), skipped.known()));
    return history;
  }

  private List<Told> cutOff(List<Told> history) {
    return history.subList(0, events(history).getLast());
  }
}
