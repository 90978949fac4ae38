package io.kucun.inventory.csv;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a file may cost. */
@ConfigMapping(prefix = "kucun.csv")
public interface CsvLimits {
  /** The size of a file that is taken; a longer one is 413. */
  @WithDefault("32M")
  MemorySize maxBytes();

  /** The rows of a file that is taken, without the header; one more is 413. */
  @WithDefault("50000")
  int maxRows();

  /** The characters of one cell: a quote that is never closed ends here. */
  @WithDefault("32768")
  int maxCell();

  /** Files that are taken at the same time; one more is 503. */
  @WithDefault("2")
  int imports();

  /** Files that are sent at the same time; one more is 503. */
  @WithDefault("8")
  int exports();

  /** How long a client may send nothing; after that the upload is 408. */
  @WithDefault("PT30S")
  Duration idleTimeout();

  /** How long an upload may take altogether; after that it is 408. */
  @WithDefault("PT5M")
  Duration uploadTimeout();

  /** How long the rest of a refused file is still read, so that the client sees the refusal. */
  @WithDefault("PT10S")
  Duration linger();

  /** How long one statement of an import may run. */
  @WithDefault("PT1M")
  Duration statementTimeout();
}
