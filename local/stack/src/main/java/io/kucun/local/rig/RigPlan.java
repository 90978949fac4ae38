package io.kucun.local.rig;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rig is made of.
 *
 * @param name of its directory
 * @param environment of all replicas, besides what they need to find their parts
 * @param postgres options of the database server
 * @param proxied whether each replica reaches PostgreSQL and Redis through proxies of its own
 */
public record RigPlan(
    String name,
    int replicas,
    Map<String, String> environment,
    List<String> postgres,
    boolean proxied) {
  /** Starts fast, at the cost of peak speed. */
  private static final Map<String, String> QUICK =
      Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

  /** Replicas that can be cut off from their parts. */
  public static RigPlan breakable(String name, int replicas) {
    return new RigPlan(name, replicas, QUICK, List.of(), true);
  }

  /** The same with one more variable in the environment of all replicas. */
  public RigPlan with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new RigPlan(name, replicas, Map.copyOf(more), postgres, proxied);
  }

  /** Replicas as they are run, whose database notes when it committed what. */
  public static RigPlan measured(String name, int replicas) {
    return new RigPlan(
        name,
        replicas,
        Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC"),
        List.of("-c", "track_commit_timestamp=on"),
        false);
  }
}
