package io.kucun.gateway.source;

import java.util.function.Consumer;

/** Takes orders out of what arrives on the link, before the events. */
final class ControlTap implements Link.Listener {

  private final String channel;
  private final Consumer<byte[]> orders;
  private final Link.Listener events;

  ControlTap(String channel, Consumer<byte[]> orders, Link.Listener events) {
    this.channel = channel;
    this.orders = orders;
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
  public void message(String redisChannel, byte[] payload) {
    if (redisChannel.equals(channel)) {
      orders.accept(payload);
    } else {
      events.message(redisChannel, payload);
    }
  }
}
