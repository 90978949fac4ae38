package io.kucun.inventory.startup;

import io.kucun.inventory.redis.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;

/** The tables: brings them to the version of this release, or says why that can never be. */
@ApplicationScoped
class Schema {
  private final Flyway flyway;

  Schema(Flyway flyway) {
    this.flyway = flyway;
  }

  /**
   * Blocks until the tables are there; returns their version.
   *
   * @throws SchemaException if there is nothing to wait for
   */
  String migrate() {
    refuseFuture(flyway.info());
    try {
      MigrateResult result = flyway.migrate();
      return result.targetSchemaVersion == null
          ? String.valueOf(result.initialSchemaVersion)
          : result.targetSchemaVersion;
    } catch (FlywayValidateException e) {
      throw new SchemaException(
          "tables that are not as this release has made them (" + detail(e) + ")",
          "run the release that made them, or restore them; never edit flyway_schema_history");
    } catch (FlywayException e) {
      if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
        throw new SchemaException(
            "tables of another program", "give it a database of its own, an empty one");
      }
      throw e;
    }
  }

  private static void refuseFuture(MigrationInfoService info) {
    String newer =
        Arrays.stream(info.all())
            .filter(it -> it.getState() == MigrationState.FUTURE_SUCCESS)
            .map(it -> String.valueOf(it.getVersion()))
            .collect(Collectors.joining(", "));
    if (!newer.isEmpty()) {
      throw new SchemaException(
          "a schema at version " + newer + ", newer than " + latest(info) + " of this release",
          "run the release that made it, or restore the database from before its upgrade");
    }
  }

  private static String latest(MigrationInfoService info) {
    return Arrays.stream(info.all())
        .filter(it -> it.getState() != MigrationState.FUTURE_SUCCESS)
        .map(MigrationInfo::getVersion)
        .max(java.util.Comparator.naturalOrder())
        .map(String::valueOf)
        .orElse("none");
  }

  /** The first line only says that something is wrong, the second what. */
  private static String detail(FlywayException failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .skip(1)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElseGet(() -> Reason.of(failure));
  }
}
