package io.kucun.inventory.startup;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What to do about a part that cannot be used, by why it cannot be. */
final class Remedy {
  static final String WRITABLE = "let DATABASE_URL lead to the primary, or let it be written to";
  static final String ISSUER =
      "check OIDC_ISSUER, or OIDC_SERVER_URL if the issuer is reached elsewhere";

  private Remedy() {}

  /** The failure that says why, if another one only says that something failed. */
  static Throwable telling(Throwable failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (state(it) != null) {
        return it;
      }
    }
    return failure;
  }

  /** By the code of PostgreSQL, if it came so far. */
  static String ofDatabase(Throwable failure) {
    String state = state(failure);
    if (failure instanceof ReadOnlyException) {
      return WRITABLE;
    }
    return switch (state == null ? "" : state) {
      case "28000", "28P01" -> "check DATABASE_USER and DATABASE_PASSWORD";
      case "3D000" -> "create that database, or correct DATABASE_URL";
      case "42501" -> "let DATABASE_USER own the tables, or the schema they are to be made in";
      case "25006" -> WRITABLE;
      case "53300" -> "raise max_connections of PostgreSQL, or run fewer replicas";
      default -> "check DATABASE_URL, and whether PostgreSQL runs there";
    };
  }

  private static @Nullable String state(Throwable failure) {
    if (failure instanceof PgException answer) {
      return answer.getSqlState();
    }
    return failure instanceof SQLException answer ? answer.getSQLState() : null;
  }
}
