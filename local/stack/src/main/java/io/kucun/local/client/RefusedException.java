package io.kucun.local.client;

import java.io.IOException;
import java.io.Serial;

/** The gateway refused an upgrade. */
public final class RefusedException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  RefusedException(int status) {
    super("refused with " + status);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Whether another attempt can succeed without a change of what is asked. */
  boolean isPassing() {
    return status == 429 || status >= 500;
  }
}
