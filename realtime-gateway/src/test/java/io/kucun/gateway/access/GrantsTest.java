package io.kucun.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Grants")
class GrantsTest {

  private final Grants grants =
      Grants.parse(" products = admin , viewer ;orders=admin,sales@own,Team.lead@own");

  private Right right(String channel, String... roles) {
    return grants.right(
        new Identity("s", "n", Set.of(roles), Instant.EPOCH, Instant.EPOCH), channel);
  }

  @Test
  @DisplayName("give each role its right, and several roles the widest")
  void rights() {
    assertThat(grants.channels()).containsExactly("products", "orders");
    assertThat(right("products", "viewer")).isEqualTo(Right.ALL);
    assertThat(right("orders", "sales")).isEqualTo(Right.OWN);
    assertThat(right("orders", "Team.lead")).isEqualTo(Right.OWN);
    assertThat(right("orders", "sales", "admin", "x")).isEqualTo(Right.ALL);
  }

  @Test
  @DisplayName("deny everything else")
  void denied() {
    assertThat(right("orders", "viewer")).isEqualTo(Right.NONE);
    assertThat(right("orders")).isEqualTo(Right.NONE);
    assertThat(right("orders", "ADMIN", "sales@own")).isEqualTo(Right.NONE);
    assertThat(right("other", "admin")).isEqualTo(Right.NONE);
  }

  @ParameterizedTest
  @DisplayName("are refused when the text is not whole")
  @ValueSource(
      strings = {
        "",
        "a",
        "a=",
        "=x",
        "a=x;",
        "a=x,,y",
        "a=x;a=y",
        "a=x,x@own",
        "A=x",
        "a b=x",
        "a=x=y",
        "a:b=x",
        "a=@own",
        "a=x@all",
        "a={}"
      })
  void malformed(String text) {
    assertThatThrownBy(() -> Grants.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("are asked of an identity that expires")
  void expiry() {
    Identity identity = new Identity("s", "n", Set.of(), Instant.EPOCH, Instant.ofEpochSecond(100));
    assertThat(identity.isExpiredAt(Instant.ofEpochMilli(99_999))).isFalse();
    assertThat(identity.isExpiredAt(Instant.ofEpochSecond(100))).isTrue();
  }
}
