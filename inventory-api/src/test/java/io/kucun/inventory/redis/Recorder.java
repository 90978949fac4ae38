package io.kucun.inventory.redis;

import java.util.List;

/** Keeps what is said of a link that is down. */
record Recorder(List<String> reasons) implements RedisLink.Listener {
  @Override
  public void up(RedisSession session) {}

  @Override
  public void down(String reason) {
    reasons.add(reason);
  }
}
