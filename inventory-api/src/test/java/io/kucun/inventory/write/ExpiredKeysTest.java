package io.kucun.inventory.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Expired keys")
class ExpiredKeysTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject ExpiredKeys expired;
  @Inject Sql sql;

  private final String subject = UUID.randomUUID().toString();

  /** The service migrates its database after it has started. */
  @BeforeEach
  void migrated() {
    Eventually.holds(() -> assertThat(left()).isZero());
  }

  private void insert(int rows, String age) {
    sql.run(
        "INSERT INTO idempotency_key (subject, key, fingerprint, status, created_at)"
            + " SELECT $1, '"
            + age
            + "' || n, '', 204, now() - '"
            + age
            + "'::interval FROM generate_series(1, "
            + rows
            + ") n",
        subject);
  }

  private long left() {
    return sql.number("SELECT count(*) FROM idempotency_key WHERE subject = $1", subject);
  }

  @Test
  @DisplayName("are deleted by several at once, a bounded number each, and no others")
  void batches() {
    insert(2 * ExpiredKeys.BATCH + 100, "25 hours");
    insert(10, "23 hours");
    int both =
        Uni.combine()
            .all()
            .unis(expired.batch(), expired.batch())
            .with(Integer::sum)
            .await()
            .atMost(LIMIT);
    assertThat(both).isBetween(ExpiredKeys.BATCH, 2 * ExpiredKeys.BATCH);
    assertThat(left()).isGreaterThanOrEqualTo(110);
    while (expired.batch().await().atMost(LIMIT) > 0) {
      assertThat(left()).isGreaterThanOrEqualTo(10);
    }
    assertThat(left()).isEqualTo(10);
  }
}
