package io.kucun.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.recovery.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The checker of histories")
class CheckerTest {

  private static final int EVENTS = 40;
  private static final Watch WHOLE = new Watch("orders", null, null);
  private static final Watch ENTITY = new Watch("orders", "k1", null);
  private static final Watch OWN = new Watch("orders", null, "ann");

  private final Truth truth = new Truth();

  CheckerTest() {
    truth.begin(at("e1", 0));
    for (int i = 1; i <= EVENTS; i++) {
      String owner = i % 3 == 0 ? "ann" : "bob";
      truth.add(new Committed(at("e1", i), "k" + i % 2, owner, "text"));
    }
    truth.begin(at("e2", 0));
    truth.add(new Committed(at("e2", 1), "k1", "ann", "text"));
  }

  private static Position at(String epoch, long offset) {
    return new Position(epoch, offset);
  }

  /** All that there is for this client, in order, after an answer. */
  private List<Told> good(Watch watch, @Nullable Position since) {
    List<Told> history = new ArrayList<>();
    Position from = since == null ? at("e1", 0) : since;
    history.add(new Told.Answered(since, from, since == null ? null : true, EVENTS + 1));
    int next = truth.next(truth.after(from), watch);
    while (next < truth.size()) {
      history.add(new Told.Event(truth.get(next).at(), next + 1));
      next = truth.next(next + 1, watch);
    }
    return history;
  }

  private List<Kind> found(Watch watch, List<Told> history) {
    return Checker.check(truth, watch, history).stream().map(Violation::kind).toList();
  }

  @Test
  @DisplayName("finds nothing in good ones, wherever they begin, whatever is listened to")
  void good() {
    for (Watch watch : List.of(WHOLE, ENTITY, OWN)) {
      assertThat(found(watch, good(watch, null))).isEmpty();
      for (int since = 0; since <= EVENTS; since++) {
        assertThat(found(watch, good(watch, at("e1", since)))).isEmpty();
      }
    }
  }

  @TestFactory
  @DisplayName("finds")
  Stream<DynamicTest> tampered() {
    long seed = System.nanoTime();
    return new Tampering(new Random(seed))
        .all().stream()
            .flatMap(trick ->
                Stream.of(WHOLE, ENTITY, OWN)
                    .map(watch ->
                        DynamicTest.dynamicTest(
                            trick + ", " + watch.name(),
                            () ->
                                assertThat(found(watch, trick.change().apply(good(watch, null))))
                                    .as("seed " + seed)
                                    .containsAnyElementsOf(trick.finds()))));
  }

  @Test
  @DisplayName("finds what is somebody else's")
  void foreign() {
    assertThat(found(OWN, good(WHOLE, null))).contains(Kind.FOREIGN);
    assertThat(found(ENTITY, good(WHOLE, null))).contains(Kind.FOREIGN);
  }

  @Test
  @DisplayName("takes a resync or another epoch for what they are")
  void resync() {
    List<Told> history = new ArrayList<>(good(WHOLE, null).subList(0, 5));
    history.add(new Told.Resync(at("e1", 20), EVENTS));
    history.addAll(good(WHOLE, at("e1", 20)).stream().skip(1).toList());
    assertThat(found(WHOLE, history)).isEmpty();
    history.remove(5);
    assertThat(found(WHOLE, history)).containsExactly(Kind.GAP);
    history.add(5, new Told.Answered(at("e1", 4), null, false, 20));
    assertThat(found(WHOLE, history)).as("the next event after 20").isEmpty();
    history.set(5, new Told.Answered(at("e1", 4), null, false, 19));
    assertThat(found(WHOLE, history)).as("20 was published afterwards").containsExactly(Kind.GAP);
  }

  @Test
  @DisplayName("takes what comes before a position for granted, and nothing else")
  void position() {
    List<Told> history = new ArrayList<>(good(OWN, null).subList(0, 2));
    history.add(new Told.Upto(at("e1", 5), EVENTS));
    history.addAll(good(OWN, at("e1", 5)).stream().skip(1).toList());
    assertThat(found(OWN, history)).isEmpty();
    history.set(2, new Told.Upto(at("e1", 6), EVENTS));
    assertThat(found(OWN, history)).contains(Kind.GAP);
    history.set(2, new Told.Upto(at("e1", 2), EVENTS));
    assertThat(found(OWN, history)).contains(Kind.REPEATED);
    history.set(2, new Told.Upto(at("e3", 6), EVENTS));
    assertThat(found(OWN, history)).contains(Kind.INVENTED);
  }
}
