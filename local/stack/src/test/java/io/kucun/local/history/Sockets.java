package io.kucun.local.history;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The end of sockets. */
final class Sockets {
  private Sockets() {}

  /** Closes what may be closed already; that it cannot be closed again is no news. */
  static void close(@Nullable Closeable socket) {
    if (socket == null) {
      return;
    }
    try {
      socket.close();
    } catch (IOException e) {
      return;
    }
  }
}
