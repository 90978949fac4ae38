package io.kucun.gateway;

import io.kucun.gateway.session.entry.Gate;
import io.kucun.gateway.session.entry.IdentityProviderLink;
import io.kucun.gateway.source.RedisSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether clients should be sent here. Nothing is asked when a probe comes; a later outage of Redis
 * leaves the gateway ready, for its sockets are worth keeping and no other gateway would do better.
 */
@Singleton
final class ReadinessChecks {

  @Produces
  @Singleton
  @Readiness
  HealthCheck redis(RedisSource source) {
    return () ->
        HealthCheckResponse.named("gateway-redis")
            .status(source.isReady())
            .withData("reachable", source.isReachable())
            .withData("silentSeconds", source.silence().toSeconds())
            .build();
  }

  @Produces
  @Singleton
  @Readiness
  HealthCheck identityProvider(IdentityProviderLink link) {
    return () ->
        HealthCheckResponse.named("gateway-identity-provider").status(link.isReady()).build();
  }

  @Produces
  @Singleton
  @Readiness
  HealthCheck accepting(Gate gate) {
    return () -> HealthCheckResponse.named("gateway-accepting").status(!gate.isDraining()).build();
  }
}
