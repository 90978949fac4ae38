package io.kucun.inventory.startup;

import io.kucun.inventory.redis.Refusal;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Ends the service with exit code 1 when nothing that it could wait for would help. */
@ApplicationScoped
class Exit implements Refusal {
  private static final Logger LOG = Logger.getLogger(Exit.class);

  @Override
  public void refuse(String line) {
    LOG.fatal(line);
    Quarkus.asyncExit(1);
  }
}
