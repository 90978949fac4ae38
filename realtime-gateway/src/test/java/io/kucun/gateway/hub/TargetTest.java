package io.kucun.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A target")
class TargetTest {

  @Test
  @DisplayName("has the name that clients write")
  void names() {
    assertThat(Target.parse("orders")).isEqualTo(new Target("orders", null));
    assertThat(Target.parse("orders:a:b")).isEqualTo(new Target("orders", "a:b"));
    for (String bad : List.of("", ":", "orders:", ":x", "orders: ", "o:" + "x".repeat(129))) {
      assertThat(Target.parse(bad)).as(bad).isNull();
    }
    assertThat(new Target("orders", "7").name()).isEqualTo("orders:7");
  }
}
