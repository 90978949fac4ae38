package io.kucun.inventory.redis;

/** Hears what is published on a channel, on any thread, one after the other. */
public interface RedisSubscriber {
  /** The next message. */
  void message(String payload);

  /** The subscription is there, for the first time or again: earlier messages may be missed. */
  void subscribed();
}
