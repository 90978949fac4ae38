package io.kucun.gateway.session.wire;

import io.kucun.gateway.hub.Batch;
import io.kucun.gateway.protocol.CloseCode;

/**
 * The way to one client. What is handed over on the hub's thread leaves in that order; after a
 * close nothing leaves any more.
 */
public interface Wire {

  /**
   * What is done, on the hub's thread, when events were refused and there is room again. To be set
   * before the first {@link #takes}.
   */
  void whenRoom(Runnable action);

  /** Whether events of this size can be handed over now. On the hub's thread. */
  boolean takes(int bytes);

  /** Sends events that it takes. On the hub's thread. */
  void send(Batch batch);

  /** Sends a control frame; false if too many wait already. On the hub's thread. */
  boolean sendControl(String text);

  /** Sends a ping that the client has to answer with this number. Any thread. */
  void ping(long number);

  /**
   * Whether what the client sends is read. What is not stays in the socket, and in its end the
   * client waits. Any thread.
   */
  void read(boolean on);

  /** Closes the socket, unless it is closed. Any thread. */
  void close(CloseCode code);

  /** What is kept for the client, in bytes. Any thread; while much goes on, not exact. */
  long waiting();

  /** How many bytes the client's socket has taken, ever. Any thread; not exact to some hundreds. */
  long taken();

  /** Whether the client must read before it is sent more. Any thread. */
  boolean isFull();
}
