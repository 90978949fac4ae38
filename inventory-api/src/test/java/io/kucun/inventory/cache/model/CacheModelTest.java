package io.kucun.inventory.cache.model;

import static io.kucun.inventory.cache.model.Setup.PRODUCT;
import static io.kucun.inventory.cache.model.Setup.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.model.Protocol.Rule;
import io.kucun.local.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("In every interleaving of a small system")
class CacheModelTest {
  private static final int BOUND = Scale.of(2_000_000, 40_000_000);
  private static final int ENOUGH_TO_SEE = 200_000;
  private static final int READABLE = 24;
  private static final Set<Act> OF_CONTROLS_ALONE =
      EnumSet.of(Act.DELETES, Act.BURIES, Act.STAMPS_LATE, Act.JOINS_LOOK, Act.TRUSTS_COPY);
  private static final ConcurrentSkipListMap<String, Outcome> FOUND = new ConcurrentSkipListMap<>();

  static Stream<Model> ours() {
    Protocol anyLease =
        Protocol.ours().without("ours with leases that hold nothing", Rule.ONE_LEASE);
    Stream<Model> always =
        Stream.of(
            new Model(Protocol.ours(), Setup.of("old data once", 0, 0).restoring(1)),
            new Model(Protocol.ours(), Setup.of("failover and back", 0).restoring(2)),
            new Model(Protocol.ours(), Setup.of("three readers", 0, 0, 0)),
            new Model(Protocol.ours(), Setup.of("two processes", 0, 1)),
            new Model(Protocol.ours(), Setup.of("two writers", 0, 0).writing(PRODUCT, PRODUCT)),
            new Model(
                Protocol.ours(), Setup.of("a writer of two tags", 0, 0).writing(PRODUCT | STOCK)),
            new Model(anyLease, Setup.of("two processes", 0, 1)),
            new Model(Protocol.sharing(), Setup.of("two readers", 0, 0)),
            new Model(Protocol.sharing(), Setup.of("old data once", 0, 0).restoring(1)),
            new Model(Protocol.copying(), Setup.of("two readers", 0, 0)),
            new Model(Protocol.copying(), Setup.of("old data once", 0).restoring(1)));
    return Scale.isSoak() ? Stream.concat(always, larger(anyLease)) : always;
  }

  private static Stream<Model> larger(Protocol anyLease) {
    return Stream.of(
        new Model(Protocol.ours(), Setup.of("failover and back, two readers", 0, 0).restoring(2)),
        new Model(Protocol.ours(), Setup.of("two processes, old data once", 0, 1).restoring(1)),
        new Model(Protocol.ours(), Setup.of("three readers in two processes", 0, 0, 1)),
        new Model(
            Protocol.ours(),
            Setup.of("two writers, two processes", 0, 1).writing(PRODUCT, PRODUCT)),
        new Model(Protocol.ours(), Setup.of("three writers", 0).writing(PRODUCT, PRODUCT, PRODUCT)),
        new Model(
            Protocol.ours(),
            Setup.of("writers of two tags", 0, 0).writing(PRODUCT, PRODUCT | STOCK)),
        new Model(
            Protocol.ours(),
            Setup.of("two writers, old data once", 0, 0).writing(PRODUCT, PRODUCT).restoring(1)),
        new Model(Protocol.sharing(), Setup.of("three readers", 0, 0, 0)),
        new Model(Protocol.sharing(), Setup.of("two processes", 0, 1)),
        new Model(Protocol.sharing(), Setup.of("two writers", 0, 0).writing(PRODUCT, PRODUCT)),
        new Model(
            Protocol.sharing(), Setup.of("a writer of two tags", 0, 0).writing(PRODUCT | STOCK)),
        new Model(Protocol.copying(), Setup.of("two processes", 0, 1)),
        new Model(Protocol.copying(), Setup.of("two readers, old data once", 0, 0).restoring(1)),
        new Model(anyLease, Setup.of("three readers in two processes", 0, 0, 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ours")
  @DisplayName("no read is older than what was promised before it")
  void clean(Model model) {
    Outcome outcome = report(Explorer.explore(model, BOUND));
    assertThat(outcome.trace()).as(outcome.toString()).isEmpty();
    assertThat(outcome.complete()).as("complete").isTrue();
    assertThat(outcome.states()).isGreaterThan(50_000);
    assertThat(outcome.transitions()).isGreaterThan(5L * outcome.states());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName("a read is stale under")
  void caught(Control control) {
    Outcome outcome = report(Explorer.explore(control.model(), BOUND));
    List<Step> trace = outcome.trace();
    assertThat(trace).hasSizeBetween(control.heart().size(), READABLE);
    assertThat(trace.stream().map(Step::act)).containsSubsequence(control.heart());
    assertThat(outcome.toString().lines())
        .hasSize(trace.size() + 1)
        .last()
        .asString()
        .contains("STALE");
  }

  @Test
  @DisplayName("everything that the model knows does happen")
  void nothingIsVacuous() {
    Set<Act> seen = EnumSet.noneOf(Act.class);
    Stream.of(
            new Model(Protocol.ours(), Setup.of("old data", 0).restoring(2)),
            new Model(Protocol.ours(), Setup.of("one process", 0, 0)),
            new Model(Protocol.ours(), Setup.of("two processes", 0, 1)),
            new Model(Protocol.sharing(), Setup.of("one process", 0, 0)),
            new Model(Protocol.copying(), Setup.of("two processes", 0, 1)))
        .map(model -> Explorer.explore(model, ENOUGH_TO_SEE))
        .forEach(outcome -> seen.addAll(outcome.acts()));
    assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(OF_CONTROLS_ALONE)));
  }

  @Test
  @DisplayName("an exploration that reaches its bound is no proof")
  void bounded() {
    Model model = new Model(Protocol.ours(), Setup.of("two processes", 0, 1));
    Outcome outcome = Explorer.explore(model, 1_000);
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.trace()).isEmpty();
    assertThat(outcome.summary()).contains("not finished");
  }

  private static Outcome report(Outcome outcome) {
    System.out.println(outcome);
    FOUND.put(outcome.model(), outcome);
    return outcome;
  }

  @AfterAll
  static void write() throws IOException {
    if (Scale.isSoak()) {
      Path file = Files.createDirectories(Path.of("target", "soak")).resolve("cache-model.txt");
      Files.write(file, FOUND.values().stream().map(Outcome::toString).toList());
    }
  }
}
