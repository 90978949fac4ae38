package io.kucun.gateway.session.entry;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Whether the identity provider's keys are known. If it is out of reach at the start, it is asked
 * again until it answers; later outages do not matter, for tokens are verified here with the keys
 * at hand.
 */
@Singleton
public final class IdentityProviderLink {

  private static final Logger LOG = Logger.getLogger(IdentityProviderLink.class);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final TenantConfigBean tenants;
  private final Vertx vertx;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private volatile boolean stopped;

  IdentityProviderLink(TenantConfigBean tenants, Vertx vertx) {
    this.tenants = tenants;
    this.vertx = vertx;
  }

  public boolean isReady() {
    return tenants.getDefaultTenant().ready();
  }

  public void start() {
    if (!isReady()) {
      LOG.warn("The identity provider is out of reach; trying again until it answers");
      retryLater();
    }
  }

  public void stop() {
    stopped = true;
  }

  private void retryLater() {
    long half = RETRY.toMillis() / 2;
    vertx.setTimer(half + random.nextLong(half) + 1, t -> retry());
  }

  private void retry() {
    if (!stopped) {
      tenants
          .getDefaultTenant()
          .initialize()
          .ifNoItem()
          .after(PATIENCE)
          .fail()
          .subscribe()
          .with(this::answered, failure -> retryLater());
    }
  }

  private void answered(TenantConfigContext tenant) {
    if (tenant.ready()) {
      LOG.info("The identity provider is in reach");
    } else {
      retryLater();
    }
  }
}
