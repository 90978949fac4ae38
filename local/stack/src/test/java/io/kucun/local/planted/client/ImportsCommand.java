package io.kucun.local.planted.client;

import io.kucun.local.planted.cli.Command;

/** A client that knows a command, prints by itself and reflects. */
public final class ImportsCommand {
  private final Command command = new Command();

  /** Breaks three rules. */
  public void run() throws ReflectiveOperationException {
    System.out.println(command.getClass().getMethod("name").invoke(command));
  }
}
