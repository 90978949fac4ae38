package io.kucun.inventory.startup;

import io.kucun.inventory.events.Backlog;
import io.kucun.inventory.events.RelayState;
import io.kucun.inventory.redis.RedisLinks;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while PostgreSQL answers, once Redis and the issuer have been there. Later outages of these
 * two are survived: reads go to the database, and the issuer's keys are known. Events that wait too
 * long are told as a warning.
 */
@Readiness
@ApplicationScoped
class ReadinessCheck implements HealthCheck {
  private final Database database;
  private final Issuer issuer;
  private final RedisLinks redis;
  private final Backlog events;

  ReadinessCheck(Database database, Issuer issuer, RedisLinks redis, Backlog events) {
    this.database = database;
    this.issuer = issuer;
    this.redis = redis;
    this.events = events;
  }

  @Override
  public HealthCheckResponse call() {
    boolean ready = database.isReady() && issuer.isReady() && redis.everUp();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("inventory-api")
            .status(ready)
            .withData("postgresql", database.isReady())
            .withData("redis", redis.isUp())
            .withData("issuer", issuer.isReady());
    tell(answer, events.state());
    return answer.build();
  }

  /** Events that are late are no reason to take a replica out: another one would fare the same. */
  private static void tell(HealthCheckResponseBuilder answer, RelayState events) {
    answer
        .withData("events.leading", events.leads())
        .withData("events.term", events.term())
        .withData("events.waiting", events.waiting())
        .withData("events.oldestSeconds", events.oldestSeconds());
    if (events.late()) {
      answer.withData("warning", "events have waited for " + events.oldestSeconds() + " s");
    }
  }
}
