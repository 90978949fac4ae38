package io.kucun.inventory.redis;

import java.util.regex.Pattern;

/**
 * The server belongs to a Redis Cluster, which refuses commands whose keys lie in different slots:
 * nearly every one of ours.
 */
final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final Pattern ENABLED = Pattern.compile("(?m)^cluster_enabled:1\\r?$");

  private ClusterException() {
    super("it is a node of a Redis Cluster");
  }

  /**
   * Looks at the answer to {@code INFO}.
   *
   * @throws ClusterException if it is that of a cluster's node
   */
  static void check(String info) {
    if (ENABLED.matcher(info).find()) {
      throw new ClusterException();
    }
  }
}
