package io.kucun.local.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What is committed, asked of PostgreSQL itself. */
final class Truth {
  private final String url;
  private final String user;

  /** Of a database whose owner's password is the name. */
  Truth(String url, String user) {
    this.url = "jdbc:" + url;
    this.user = user;
  }

  long of(Register register) {
    String query =
        switch (register.kind()) {
          case VERSION -> "SELECT version FROM product WHERE id = ?";
          case STOCK -> "SELECT total FROM product_stock WHERE product_id = ?";
        };
    try (Connection connection = DriverManager.getConnection(url, user, user);
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
