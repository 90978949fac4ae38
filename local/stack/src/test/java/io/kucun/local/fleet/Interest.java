package io.kucun.local.fleet;

import java.util.List;

/**
 * What a client listens to.
 *
 * @param targets channels, and single entities of channels
 * @param own whose events of {@code orders} it may see; all if empty
 */
record Interest(List<String> targets, String own) {
  boolean covers(Event event) {
    boolean wanted = targets.contains(event.channel()) || targets.contains(event.entity());
    boolean foreign = event.channel().equals("orders") && !own.isEmpty();
    return wanted && (!foreign || event.owner().equals(own));
  }

  /** The channel that a target is, or is an entity of. */
  static String channel(String target) {
    return target.split(":", 2)[0];
  }

  /** The channels of its targets. */
  List<String> channels() {
    return targets.stream().map(Interest::channel).distinct().toList();
  }
}
