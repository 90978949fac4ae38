package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Invalidations that are not confirmed")
class UnconfirmedTest {
  private final Unconfirmed unconfirmed = new Unconfirmed(10);

  @Test
  @DisplayName("are forgotten when they are, unless another write has named the tag since")
  void confirmed() {
    unconfirmed.add(List.of("a", "b"));
    Map<String, Long> seen = unconfirmed.seen();
    unconfirmed.add(List.of("b", "c"));
    unconfirmed.confirmed(seen);
    assertThat(unconfirmed.seen()).containsOnlyKeys("b", "c");
    unconfirmed.confirmed(unconfirmed.seen());
    assertThat(unconfirmed.isEmpty()).isTrue();
  }

  @Test
  @DisplayName("become those of the namespaces when they are too many")
  void bounded() {
    for (int i = 0; i < 100; i++) {
      unconfirmed.add(List.of("tag" + i));
      assertThat(unconfirmed.size()).isLessThanOrEqualTo(10);
    }
    assertThat(unconfirmed.seen()).containsKeys("products:list", "inventory:summary");
  }
}
