package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSession;
import io.kucun.inventory.redis.TestLinks;
import io.kucun.inventory.testing.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What reads ask of Redis, while one read at a time may try")
class RedisBudgetTest extends OnOneRedis {
  private final CacheMeters meters = new CacheMeters(new SimpleMeterRegistry());
  private final Queue<Object> told = new ConcurrentLinkedQueue<>();
  private RedisLinks links;
  private RedisBudget budget;

  /** Opens at the first failure, and lets one try at once. */
  private static final class Impatient extends TestSettings {
    @Override
    public Duration readBudget() {
      return Duration.ofSeconds(2);
    }

    @Override
    public int tolerated() {
      return 1;
    }

    @Override
    public Duration rest() {
      return Duration.ZERO;
    }

    @Override
    public Duration longestRest() {
      return Duration.ZERO;
    }
  }

  @BeforeEach
  void open() {
    links = TestLinks.open(vertx, 1, redis.url());
    budget = new RedisBudget(links, new Impatient(), meters, vertx);
    ask(session -> Uni.createFrom().failure(broken()));
    Eventually.holds(() -> assertThat(told).hasSize(1));
    told.clear();
    assertThat(meters.isOpen()).isTrue();
  }

  @AfterEach
  void closeLinks() {
    TestLinks.close(links);
  }

  private void ask(Function<RedisSession, Uni<Object>> question) {
    budget.ask(question).subscribe().with(told::add, told::add);
  }

  private static IllegalStateException broken() {
    return new IllegalStateException("cannot be asked");
  }

  /** Nobody else holds the trial. */
  private void recovers() {
    Eventually.holds(() -> {
      Request ping = Request.cmd(Command.PING);
      assertThat(budget.ask(session -> session.send(ping)).await().atMost(LIMIT)).isNotNull();
    });
    assertThat(meters.isOpen()).isFalse();
  }

  @Test
  @DisplayName("is told once if it cannot even be sent, and the next may try")
  void unsent() {
    for (int trial = 0; trial < 3; trial++) {
      told.clear();
      ask(session -> {
        throw broken();
      });
      assertThat(told).singleElement().isInstanceOf(IllegalStateException.class);
      assertThat(meters.isOpen()).isTrue();
    }
    recovers();
    assertThat(told).hasSize(1);
  }

  @Test
  @DisplayName("is not begun by who never subscribes")
  void unsubscribed() {
    assertThat(budget.ask(session -> Uni.createFrom().item(1))).isNotNull();
    recovers();
  }

  @Test
  @DisplayName("ends within the budget, also for who gave it up")
  void givenUp() {
    budget
        .ask(session -> Uni.createFrom().nothing())
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .cancel();
    ask(session -> Uni.createFrom().item("another"));
    assertThat(told).singleElement().isInstanceOf(RedisAway.class);
    recovers();
  }

  @Test
  @DisplayName("keeps all others away until it is late")
  void trial() {
    ask(session -> Uni.createFrom().nothing());
    ask(session -> Uni.createFrom().item("another"));
    assertThat(told).singleElement().isInstanceOf(RedisAway.class);
    Eventually.holds(() -> assertThat(told).hasSize(2));
    assertThat(told).last().isInstanceOf(TimeoutException.class);
    ask(session -> Uni.createFrom().item("now"));
    assertThat(told).last().isEqualTo("now");
    assertThat(meters.isOpen()).isFalse();
  }
}
