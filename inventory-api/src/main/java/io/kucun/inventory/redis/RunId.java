package io.kucun.inventory.redis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which history of data a server has: its run, which is another one after a restart, and the
 * replication history that it writes, which is another one after it was promoted. A primary that
 * became a replica and then a primary again may lack its last writes, although it never stopped.
 */
final class RunId {
  private static final Pattern RUN = field("run_id");
  private static final Pattern HISTORY = field("master_replid");

  private RunId() {}

  /** Reads it from the answer to {@code INFO}. */
  static String of(String info) {
    return find(RUN, info) + "/" + find(HISTORY, info);
  }

  private static String find(Pattern field, String info) {
    Matcher line = field.matcher(info);
    if (!line.find()) {
      throw new IllegalStateException("The Redis server did not tell its " + field);
    }
    return line.group(1);
  }

  private static Pattern field(String name) {
    return Pattern.compile("(?m)^" + name + ":(\\w+)\\r?$");
  }
}
