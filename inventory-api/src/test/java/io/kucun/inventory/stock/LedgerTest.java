package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("The ledger")
class LedgerTest {
  @Inject Sql sql;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE stock_movement SET delta = delta + 1 WHERE product_id = $1",
        "UPDATE stock_movement SET actor = 'nobody' WHERE product_id = $1",
        "DELETE FROM stock_movement WHERE product_id = $1"
      })
  @DisplayName("can be neither changed nor shortened, not even by who is at the database")
  void appendOnly(String statement) {
    UUID product = UUID.fromString(Given.product());
    Given.stock(product.toString(), "A01", null, 5);
    assertThatThrownBy(() -> sql.run(statement, product)).hasMessageContaining("append-only");
    assertThat(
            sql.number(
                "SELECT count(*) FROM stock_movement WHERE product_id = $1 AND delta = 5 AND actor = 'warehouse'",
                product))
        .isEqualTo(1);
  }
}
