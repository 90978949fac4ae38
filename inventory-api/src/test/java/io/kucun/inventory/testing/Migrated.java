package io.kucun.inventory.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;

/** The service migrates its database after it has started. */
public final class Migrated {
  private Migrated() {}

  /** Returns when all tables are there. */
  public static void await(Flyway flyway) {
    Eventually.holds(() -> assertThat(flyway.info().pending()).isEmpty());
  }
}
