package io.kucun.inventory.startup;

import io.kucun.inventory.redis.RedisLinks;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while PostgreSQL answers, once Redis and the issuer have been there. Later outages of these
 * two are survived: reads go to the database, and the issuer's keys are known.
 */
@Readiness
@ApplicationScoped
class ReadinessCheck implements HealthCheck {
  private final Database database;
  private final Issuer issuer;
  private final RedisLinks redis;

  ReadinessCheck(Database database, Issuer issuer, RedisLinks redis) {
    this.database = database;
    this.issuer = issuer;
    this.redis = redis;
  }

  @Override
  public HealthCheckResponse call() {
    boolean ready = database.isReady() && issuer.isReady() && redis.everUp();
    return HealthCheckResponse.named("inventory-api")
        .status(ready)
        .withData("postgresql", database.isReady())
        .withData("redis", redis.isUp())
        .withData("issuer", issuer.isReady())
        .build();
  }
}
