package io.kucun.local.rig;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The end of sockets. */
public final class Sockets {
  private Sockets() {}

  /** Closes what may be closed already; that it cannot be closed again is no news. */
  public static void close(@Nullable Closeable socket) {
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
