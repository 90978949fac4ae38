package io.kucun.gateway.session;

import io.kucun.gateway.protocol.CloseCode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The frames on their way to one client, in order. Few are given to the socket at a time; the
 * others wait as the texts that all clients share, so that a slow client costs little until it has
 * too much and is cut. Safe for any thread.
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
  private final Deque<String> waiting = new ArrayDeque<>();
  private long waitingChars;
  private long inFlightChars;
  private boolean pumping;
  private @Nullable CloseCode closed;

  Outbound(Wire wire, Bounds bounds) {
    this.wire = wire;
    this.bounds = bounds;
  }

  /** False if the client is too slow for this frame; the caller then closes. */
  synchronized boolean send(String text) {
    if (closed != null) {
      return true;
    }
    if (waitingChars + text.length() > bounds.waiting()) {
      return false;
    }
    waiting.addLast(text);
    waitingChars += text.length();
    pump();
    return true;
  }

  /** Closes the socket, unless that was done before. */
  synchronized boolean close(CloseCode code) {
    if (closed != null) {
      return false;
    }
    end(code);
    wire.close(code);
    return true;
  }

  /** The socket is gone; the code we closed it with, if we did. */
  synchronized @Nullable CloseCode gone() {
    CloseCode ours = closed;
    if (closed == null) {
      end(CloseCode.INTERNAL);
    }
    return ours;
  }

  private void end(CloseCode code) {
    closed = code;
    waiting.clear();
    waitingChars = 0;
  }

  private void pump() {
    // A send that is done at once calls back into here; the loop below goes on for it.
    if (pumping) {
      return;
    }
    pumping = true;
    while (inFlightChars < bounds.inFlight()) {
      String text = waiting.pollFirst();
      if (text == null) {
        break;
      }
      waitingChars -= text.length();
      inFlightChars += text.length();
      wire.send(text, () -> sent(text.length()));
    }
    pumping = false;
  }

  private synchronized void sent(int chars) {
    inFlightChars -= chars;
    pump();
  }
}
