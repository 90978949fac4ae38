package io.kucun.inventory.web;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL gives up on although the request is in order: the same request may succeed later.
 */
final class GivenUp {
  private static final int DEEPEST = 20;

  private GivenUp() {}

  /** What the caller is told; null if it is something else. */
  static @Nullable Refusal refusal(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      String state = state(cause);
      if (state != null) {
        return refusal(state);
      }
      cause = cause.getCause();
    }
    return null;
  }

  private static @Nullable String state(Throwable cause) {
    return switch (cause) {
      case DatabaseException database -> database.getSqlState();
      case SQLException sql -> sql.getSQLState();
      default -> null;
    };
  }

  private static @Nullable Refusal refusal(String state) {
    return switch (state) {
      // lock_not_available, deadlock_detected, serialization_failure
      case "55P03", "40P01", "40001" -> Refusal.of(ProblemCode.BUSY, WebPhrase.LOCK_WAIT.with());
      // query_canceled
      case "57014" -> Refusal.of(ProblemCode.UNAVAILABLE, WebPhrase.TOO_SLOW.with());
      default ->
          isAway(state) ? Refusal.of(ProblemCode.UNAVAILABLE, WebPhrase.PART_AWAY.with()) : null;
    };
  }

  /**
   * Connection exceptions, insufficient resources, the end of the server or of an idle transaction.
   */
  private static boolean isAway(String state) {
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.equals("25P03");
  }
}
