package io.kucun.gateway.session;

import io.kucun.gateway.protocol.CloseCode;

/** The socket itself. Its methods may be called by any thread and return at once. */
interface Wire {

  /** Sends a frame; {@code done} runs once, when the frame has left or cannot leave any more. */
  void send(String text, Runnable done);

  /** Sends a ping that the client has to answer with this number. */
  void ping(long number);

  void close(CloseCode code);
}
