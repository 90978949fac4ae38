package io.kucun.local.stack;

/** How a process has ended, in words. */
final class Ending {
  /** An exit code above is that of a signal, as in a shell. */
  private static final int SIGNAL = 128;

  private static final int LAST_SIGNAL = 64;

  private Ending() {}

  /** Of one that has ended. */
  static String of(Process process) {
    int code = process.onExit().join().exitValue();
    return code > SIGNAL && code <= SIGNAL + LAST_SIGNAL
        ? "exit code " + code + ": signal " + (code - SIGNAL)
        : "exit code " + code;
  }
}
