package io.kucun.gateway.session;

import io.kucun.gateway.protocol.CloseCode;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The frames on their way to one client, in order. Few are given to the socket at a time; the
 * others wait as the texts that all clients share, so that a slow client costs little until it has
 * too much and is cut. Safe for any thread.
 *
 * <p>No lock is held while the socket is called: the socket has a lock of its own, under which it
 * may report a frame as sent.
 */
final class Outbound {

  /**
   * Bounds of one client, in characters.
   *
   * @param inFlight most given to the socket before it has sent them
   * @param waiting most that waits besides
   */
  record Bounds(int inFlight, long waiting) {}

  private final Wire wire;
  private final Bounds bounds;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong waitingChars = new AtomicLong();
  private final AtomicLong inFlightChars = new AtomicLong();
  private final AtomicReference<@Nullable CloseCode> closed = new AtomicReference<>();

  /** How often somebody wanted to pump since the one who does it began; 0 while nobody does. */
  private final AtomicInteger wanted = new AtomicInteger();

  Outbound(Wire wire, Bounds bounds) {
    this.wire = wire;
    this.bounds = bounds;
  }

  /** False if the client is too slow for this frame; the caller then closes. */
  boolean send(String text) {
    if (closed.get() != null) {
      return true;
    }
    if (waitingChars.get() + text.length() > bounds.waiting()) {
      return false;
    }
    waitingChars.addAndGet(text.length());
    waiting.add(text);
    pump();
    return true;
  }

  /** Closes the socket, unless that was done before. */
  boolean close(CloseCode code) {
    if (!closed.compareAndSet(null, code)) {
      return false;
    }
    pump();
    wire.close(code);
    return true;
  }

  /** The socket is gone; the code we closed it with, if we did. */
  @Nullable CloseCode gone() {
    CloseCode ours = closed.getAndUpdate(code -> code == null ? CloseCode.INTERNAL : code);
    pump();
    return ours;
  }

  private void pump() {
    // One thread at a time pumps; the others, and a send that is done at once, leave it to that
    // one.
    if (wanted.getAndIncrement() != 0) {
      return;
    }
    int served = 1;
    do {
      String text = next();
      while (text != null) {
        int chars = text.length();
        inFlightChars.addAndGet(chars);
        wire.send(text, () -> sent(chars));
        text = next();
      }
      served = wanted.addAndGet(-served);
    } while (served != 0);
  }

  private @Nullable String next() {
    if (closed.get() != null) {
      waiting.clear();
      return null;
    }
    String text = inFlightChars.get() < bounds.inFlight() ? waiting.poll() : null;
    if (text != null) {
      waitingChars.addAndGet(-text.length());
    }
    return text;
  }

  private void sent(int chars) {
    inFlightChars.addAndGet(-chars);
    pump();
  }
}
