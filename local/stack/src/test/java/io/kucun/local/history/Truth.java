package io.kucun.local.history;

import io.kucun.local.rig.Rig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What is committed, asked of PostgreSQL itself. */
final class Truth {
  private final Rig rig;

  Truth(Rig rig) {
    this.rig = rig;
  }

  long of(Register register) {
    String query =
        switch (register.kind()) {
          case VERSION -> "SELECT version FROM product WHERE id = ?";
          case STOCK -> "SELECT total FROM product_stock WHERE product_id = ?";
        };
    try (Connection connection = rig.postgres().connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setObject(1, UUID.fromString(register.product()));
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
