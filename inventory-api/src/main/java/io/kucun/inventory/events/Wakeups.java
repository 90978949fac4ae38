package io.kucun.inventory.events;

import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSubscriber;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the replica that leads, over Redis, that another has committed events. A message that is
 * lost costs at most one poll. Thread-safe.
 */
@ApplicationScoped
class Wakeups {
  private static final Logger LOG = Logger.getLogger(Wakeups.class);
  private static final int IDLE = 0;
  private static final int SENDING = 1;
  private static final int AGAIN = 2;

  private final RedisLinks links;
  private final Lease lease;
  private final String channel;
  private final AtomicInteger state = new AtomicInteger(IDLE);

  Wakeups(
      RedisLinks links,
      Lease lease,
      @ConfigProperty(name = "REDIS_NAMESPACE", defaultValue = "kucun") String namespace) {
    this.links = links;
    this.lease = lease;
    this.channel = namespace + ":wake";
  }

  /** Runs this whenever another replica has committed events, or may have. */
  void follow(Runnable wake) {
    links.subscribe(
        channel,
        new RedisSubscriber() {
          @Override
          public void message(String replica) {
            if (!replica.equals(lease.holder())) {
              wake.run();
            }
          }

          @Override
          public void subscribed() {
            wake.run();
          }
        });
  }

  /** Says so; of many at once only the first and the last. */
  void tell() {
    int before = state.getAndUpdate(now -> now == IDLE ? SENDING : AGAIN);
    if (before == IDLE) {
      send();
    }
  }

  private void send() {
    links
        .session()
        .ifPresentOrElse(
            session ->
                session
                    .send(Request.cmd(Command.PUBLISH).arg(channel).arg(lease.holder()))
                    .subscribe()
                    .with(
                        heard -> sent(),
                        failure -> {
                          LOG.debugf("Nobody was woken: %s", failure.getMessage());
                          state.set(IDLE);
                        }),
            () -> state.set(IDLE));
  }

  private void sent() {
    if (state.getAndUpdate(now -> now == AGAIN ? SENDING : IDLE) == AGAIN) {
      send();
    }
  }
}
