package io.kucun.gateway;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Ends the gateway that was given a Redis Cluster, with a line that says so and exit code 1. */
final class ClusterRefusal implements Runnable {

  private static final Logger LOG = Logger.getLogger(ClusterRefusal.class);

  private final String url;
  private final AtomicBoolean said = new AtomicBoolean();

  ClusterRefusal(String url) {
    this.url = url;
  }

  @Override
  public void run() {
    if (said.compareAndSet(false, true)) {
      LOG.fatalf(
          "REDIS_URL leads to a Redis Cluster (%s), which is not supported, for keys that are used"
              + " together lie in different slots: give it a single Redis, or Sentinel",
          RedisUrl.parse(url));
      Quarkus.asyncExit(1);
    }
  }
}
