package io.kucun.inventory.redis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the server's run id in the answer to {@code INFO server}. */
final class RunId {
  private static final Pattern LINE = Pattern.compile("(?m)^run_id:(\\w+)\\r?$");

  private RunId() {}

  static String of(String info) {
    Matcher line = LINE.matcher(info);
    if (!line.find()) {
      throw new IllegalStateException("The Redis server did not tell its run_id");
    }
    return line.group(1);
  }
}
