package io.kucun.gateway.session.entry;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
  private final String address;
  private final String name;
  private final AtomicBoolean said = new AtomicBoolean();
  private volatile boolean stopped;

  IdentityProviderLink(
      TenantConfigBean tenants,
      Vertx vertx,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> address,
      @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> name) {
    this.tenants = tenants;
    this.vertx = vertx;
    this.address = address.orElse("none");
    this.name = name.orElse("");
  }

  public boolean isReady() {
    return tenants.getDefaultTenant().ready();
  }

  public void start() {
    if (isReady()) {
      compare(tenants.getDefaultTenant());
    } else {
      retry();
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
          .with(this::answered, failure -> missed(reason(failure)));
    }
  }

  private void answered(TenantConfigContext tenant) {
    if (tenant.ready()) {
      LOG.infof("The OIDC issuer is there (%s)", address);
      compare(tenant);
    } else {
      missed("no answer");
    }
  }

  /**
   * Of what the issuer says, not {@code getIssuer()}, which is the configured name where there is
   * one.
   */
  private void compare(TenantConfigContext tenant) {
    @Nullable OidcConfigurationMetadata found = tenant.getOidcMetadata();
    @Nullable String itself = found == null ? null : found.get(OidcConfigurationMetadata.ISSUER);
    if (itself != null && !itself.equals(name)) {
      LOG.warnf(
          "OIDC_ISSUER is %s, but the issuer calls itself %s: tokens that say so are refused, so"
              + " correct OIDC_ISSUER, letter by letter, unless they say otherwise",
          name, itself);
    }
  }

  private void missed(String reason) {
    if (said.compareAndSet(false, true)) {
      LOG.warnf(
          "The OIDC issuer cannot be used (%s: %s): check OIDC_ISSUER, or OIDC_SERVER_URL if the"
              + " issuer is reached elsewhere; trying again",
          address, reason);
    }
    retryLater();
  }

  private static String reason(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String message = first.getMessage();
    return message == null
        ? first.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
