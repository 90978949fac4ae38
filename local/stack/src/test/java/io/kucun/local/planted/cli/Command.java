package io.kucun.local.planted.cli;

/** Stands for any command. */
public final class Command {
  /** The name of it. */
  public String name() {
    return "up";
  }
}
