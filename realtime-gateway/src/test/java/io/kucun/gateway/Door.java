package io.kucun.gateway;

import java.util.function.Consumer;

/** A gateway, as clients see it. */
interface Door {

  /** One connection. */
  interface Line {
    void send(String command);

    boolean isClosed();

    void close();
  }

  /** Lets somebody in; what they are sent goes to {@code frames}, one after the other. */
  Line enter(String user, String role, Consumer<String> frames);
}
