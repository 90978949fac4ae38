package io.kucun.inventory.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Verified tokens")
class VerifiedTokensTest {
  private final AtomicLong now = new AtomicLong(1_000);
  private final VerifiedTokens<String> tokens = new VerifiedTokens<>(3, now::get);

  private void keep(String token, String subject) {
    tokens.put(token, subject, 1_060, "of " + subject, tokens.revocations());
  }

  @Test
  @DisplayName("are known until they expire, to the second, and not afterwards")
  void expiry() {
    keep("t", "wang");
    now.set(1_059);
    assertThat(tokens.get("t")).isEqualTo("of wang");
    assertThat(tokens.get("u")).isNull();
    now.set(1_060);
    assertThat(tokens.get("t")).isNull();
    assertThat(tokens.size()).isZero();
  }

  @Test
  @DisplayName("are never more than the bound; the oldest go first")
  void bounded() {
    for (int i = 0; i < 100; i++) {
      keep("t" + i, "wang");
      assertThat(tokens.size()).isLessThanOrEqualTo(3);
    }
    assertThat(tokens.get("t99")).isNotNull();
    assertThat(tokens.get("t96")).isNull();
  }

  @Test
  @DisplayName("are forgotten when their subject is revoked, those of others are not")
  void revoked() {
    keep("t", "wang");
    keep("u", "li");
    tokens.revoke("wang");
    assertThat(tokens.get("t")).isNull();
    assertThat(tokens.get("u")).isEqualTo("of li");
    tokens.clear();
    assertThat(tokens.get("u")).isNull();
  }

  @Test
  @DisplayName("are not kept if somebody was revoked while they were verified")
  void revokedMeanwhile() {
    long before = tokens.revocations();
    tokens.revoke("wang");
    tokens.put("t", "wang", 1_060, "of wang", before);
    assertThat(tokens.get("t")).isNull();
  }
}
