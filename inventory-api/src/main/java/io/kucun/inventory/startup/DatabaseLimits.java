package io.kucun.inventory.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How long a request may wait for PostgreSQL, and how many may wait. */
@ConfigMapping(prefix = "kucun.database")
interface DatabaseLimits {
  /** How long one statement may run, waiting included; after that the request is 503. */
  Duration statementTimeout();

  /** How long one statement may wait for a lock; after that the request is 409. */
  Duration lockTimeout();

  /** How long a transaction may do nothing; after that PostgreSQL ends it and its connection. */
  Duration idleTimeout();

  /** How long a request may wait for a connection; after that it is 503. */
  Duration connectionTimeout();

  /** How many requests may wait for a connection; one more is 503. */
  @WithName("connection-queue")
  @WithDefault("1000")
  int connectionQueue();
}
