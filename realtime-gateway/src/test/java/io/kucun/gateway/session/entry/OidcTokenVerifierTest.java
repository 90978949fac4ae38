package io.kucun.gateway.session.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.gateway.access.Identity;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A token")
class OidcTokenVerifierTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final OidcTokenVerifier verifier =
      new OidcTokenVerifier(OidcTokenVerifierTest::authenticate, () -> true);

  private static Uni<SecurityIdentity> authenticate(AccessTokenCredential credential) {
    return switch (credential.getToken()) {
      case "un.kno.wn" -> refuse(invalid().initCause(new UnresolvableKeyException("none")));
      case "exp.ir.ed" -> refuse(invalid());
      default -> Uni.createFrom().nothing();
    };
  }

  private static Throwable invalid() {
    return new InvalidJwtException("not valid", List.of(), null);
  }

  private static Uni<SecurityIdentity> refuse(Throwable why) {
    return Uni.createFrom().failure(new AuthenticationFailedException(why));
  }

  private void assertRefused(String token, Refusal refusal) {
    assertThatThrownBy(() -> verifier.verify(token).await().atMost(PATIENCE))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  @Test
  @DisplayName("is not waited for when the identity provider is silent")
  void silent() {
    CompletableFuture<Identity> reading = begin("a.b.c");
    CompletableFuture<Identity> waiting = begin("un.kno.wn");
    assertRefused("a.b.c", Refusal.IDENTITY_PROVIDER_UNAVAILABLE);
    assertThat(reading).failsWithin(PATIENCE);
    assertThat(waiting).failsWithin(PATIENCE);
  }

  @Test
  @DisplayName("of an unknown key waits for another that may be reading the keys, if there is one")
  void unknownKey() {
    assertThat(begin("un.kno.wn")).isCompletedExceptionally();
    CompletableFuture<Identity> reading = begin("a.b.c");
    CompletableFuture<Identity> waiting = begin("un.kno.wn");
    assertThat(begin("exp.ir.ed")).isCompletedExceptionally();
    assertThat(waiting).isNotDone();
    assertThat(reading).failsWithin(PATIENCE);
    assertThat(waiting)
        .failsWithin(PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.refusal()).isEqualTo(Refusal.IDENTITY_PROVIDER_UNAVAILABLE));
  }

  private CompletableFuture<Identity> begin(String token) {
    return verifier.verify(token).subscribeAsCompletionStage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a", "a.b", "a..c", "a.b.c.d"})
  @DisplayName("without three parts is none")
  void garbage(String token) {
    assertRefused(token, Refusal.INVALID_TOKEN);
  }
}
