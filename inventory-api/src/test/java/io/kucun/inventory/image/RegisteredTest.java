package io.kucun.inventory.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kucun.inventory.events.Position;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A class that JSON is made of")
class RegisteredTest {
  /** One of the service that nobody registers. */
  private static final Position PLANTED = new Position("e1", 1);

  /** The one of the service. */
  @Inject ObjectMapper json;

  @Test
  @DisplayName("is found out if it is not registered, wherever it is held")
  void planted() {
    assertThat(Registered.isRegistered(Position.class)).isFalse();
    for (Object holder : List.of(PLANTED, List.of(PLANTED), Map.of("a", PLANTED))) {
      assertThatThrownBy(() -> json.writeValueAsString(holder))
          .hasMessageContaining("events.Position needs @RegisterForReflection");
    }
    assertThatThrownBy(() -> json.readValue("{}", Position.class))
        .hasMessageContaining("events.Position needs @RegisterForReflection");
  }

  @Test
  @DisplayName("is registered by what it says, or by a method of a resource")
  void known() throws ReflectiveOperationException {
    for (String name : List.of("web.Problem", "product.ProductBody")) {
      assertThat(Registered.isRegistered(Class.forName("io.kucun.inventory." + name)))
          .as(name)
          .isTrue();
    }
  }
}
