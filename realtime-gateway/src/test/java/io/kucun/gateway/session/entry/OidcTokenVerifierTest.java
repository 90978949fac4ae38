package io.kucun.gateway.session.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A token")
class OidcTokenVerifierTest {

  private final OidcTokenVerifier verifier =
      new OidcTokenVerifier(credential -> Uni.createFrom().nothing(), () -> true);

  private void assertRefused(String token, Refusal refusal) {
    assertThatThrownBy(() -> verifier.verify(token).await().atMost(Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  @Test
  @DisplayName("is not waited for when the identity provider is silent")
  void silent() {
    assertRefused("a.b.c", Refusal.IDENTITY_PROVIDER_UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a", "a.b", "a..c", "a.b.c.d"})
  @DisplayName("without three parts is none")
  void garbage(String token) {
    assertRefused(token, Refusal.INVALID_TOKEN);
  }
}
