package io.kucun.gateway.source;

import java.util.function.Consumer;

/** Takes what is no event out of what happens on the link: orders, and a refusal. */
final class ControlTap implements Link.Listener {

  private final String channel;
  private final Consumer<byte[]> orders;
  private final Runnable refused;
  private final Link.Listener events;

  ControlTap(String channel, Consumer<byte[]> orders, Runnable refused, Link.Listener events) {
    this.channel = channel;
    this.orders = orders;
    this.refused = refused;
    this.events = events;
  }

  @Override
  public void up() {
    events.up();
  }

  @Override
  public void down(String reason) {
    events.down(reason);
  }

  @Override
  public void refused() {
    refused.run();
  }

  @Override
  public void message(String redisChannel, byte[] payload) {
    if (redisChannel.equals(channel)) {
      orders.accept(payload);
    } else {
      events.message(redisChannel, payload);
    }
  }
}
