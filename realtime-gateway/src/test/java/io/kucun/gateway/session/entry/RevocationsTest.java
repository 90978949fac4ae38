package io.kucun.gateway.session.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.access.Identity;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Revocations")
class RevocationsTest {

  private Instant now = Instant.ofEpochMilli(100_400);
  private final Revocations revocations = new Revocations(2, () -> now);

  private boolean covers(String subject, long issuedSecond) {
    Instant issued = Instant.ofEpochSecond(issuedSecond);
    return revocations.cover(
        new Identity(subject, subject, Set.of(), issued, issued.plusSeconds(3_600)));
  }

  @Test
  @DisplayName("cover what one user was issued until then, and nothing else")
  void cover() {
    assertThat(covers("ann", 0)).isFalse();
    revocations.revoke("ann");
    assertThat(covers("ann", 0)).isTrue();
    assertThat(covers("ann", 100)).isTrue();
    assertThat(covers("ann", 101)).isFalse();
    assertThat(covers("bob", 100)).isFalse();
    now = now.plusSeconds(5);
    revocations.revoke("ann");
    assertThat(covers("ann", 105)).isTrue();
    assertThat(covers("ann", 106)).isFalse();
    assertThat(revocations.count()).isEqualTo(1);
  }

  @Test
  @DisplayName("that are too many cover more rather than less")
  void bounded() {
    for (String user : new String[] {"ann", "bob", "ann", "cid"}) {
      revocations.revoke(user);
      now = now.plusSeconds(10);
    }
    assertThat(revocations.count()).isEqualTo(2);
    assertThat(covers("bob", 110)).isTrue();
    assertThat(covers("dan", 110)).isTrue();
    assertThat(covers("dan", 111)).isFalse();
    assertThat(covers("ann", 120)).isTrue();
    assertThat(covers("ann", 121)).isFalse();
    assertThat(covers("cid", 130)).isTrue();
  }
}
