package io.kucun.inventory.redis;

import org.jboss.logging.Logger;

/** Subscribes anew whenever its link has a session. */
final class RedisSubscription implements RedisLink.Listener {
  private static final Logger LOG = Logger.getLogger(RedisSubscription.class);

  private final String channel;
  private final RedisSubscriber subscriber;

  RedisSubscription(String channel, RedisSubscriber subscriber) {
    this.channel = channel;
    this.subscriber = subscriber;
  }

  @Override
  public void up(RedisSession session) {
    session
        .subscribe(channel, subscriber::message)
        .subscribe()
        .with(
            done -> subscriber.subscribed(),
            failure -> LOG.debugf("Not subscribed to %s: %s", channel, Reason.of(failure)));
  }

  @Override
  public void down(String reason) {
    LOG.debugf("No longer subscribed to %s: %s", channel, reason);
  }
}
