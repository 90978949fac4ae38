package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@DisplayName("Random sequences of operations")
class ModelTest {
  /** A sequence can come to where a rule no longer matters, such as when all is archived. */
  private static final int SEQUENCES = 10;

  private static final int STEPS = 400;

  @Inject Pool database;

  @Test
  @DisplayName("leave the service and a plain model in the same state after each of them")
  void agree() {
    long seed = Seed.of("model");
    int sequences = Scale.of(3, 40);
    for (int i = 0; i < sequences; i++) {
      Sequence sequence = new Sequence(database, new Model(Model.Rule.NONE), seed + i);
      assertThat(sequence.divergence(Scale.of(120, 500)))
          .as("sequence %d of seed %d", i, seed)
          .isEmpty();
      new LedgerAudit(database, sequence.products()).isClean();
    }
  }

  /** Each of them in a soak run, four others in each build. */
  static Stream<Model.Rule> rules() {
    List<Model.Rule> rules = new ArrayList<>(EnumSet.allOf(Model.Rule.class));
    rules.remove(Model.Rule.NONE);
    Collections.shuffle(rules, new Random());
    return rules.stream().limit(Scale.of(4, rules.size()));
  }

  @ParameterizedTest
  @DisplayName("part from a model without the rule")
  @MethodSource("rules")
  void notice(Model.Rule broken) {
    long seed = Seed.of("model without " + broken);
    String divergence = "";
    for (int i = 0; i < SEQUENCES && divergence.isEmpty(); i++) {
      Sequence sequence = new Sequence(database, new Model(broken), seed + i);
      divergence = sequence.divergence(STEPS);
      System.out.println(sequence.steps() + " steps of sequence " + i);
    }
    assertThat(divergence).as("divergence").isNotEmpty();
  }
}
