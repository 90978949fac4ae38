package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shared looks")
class SharedLooksTest {
  private static final int MOST = 4;
  private static final Question LIST = question("list");

  private final ManualExchange redis = new ManualExchange();
  private final SharedLooks looks = new SharedLooks(MOST, redis.endOfTurn(), redis);
  private final List<String> told = new ArrayList<>();

  private static Question question(String id) {
    return new Question(CacheKey.of(Space.PRODUCTS_DETAIL, id), true);
  }

  private void read(Question question, String name) {
    looks.join(
        question,
        new Lookup.Outcome() {
          @Override
          public void seen(Look look) {
            told.add(name);
          }

          @Override
          public void failed(Throwable failure) {
            told.add(name + " " + failure.getClass().getSimpleName());
          }
        });
  }

  private void read(String name) {
    read(LIST, name);
  }

  /** The look of a write that has one. */
  private SharedLook look(int write) {
    assertThat(redis.writes.get(write)).hasSize(1);
    return redis.writes.get(write).getFirst();
  }

  private static Look answer() {
    return ManualExchange.answer(1);
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(looks.size()).as("questions that are waited for").isZero();
  }

  @Test
  @DisplayName("serve those who came before they were sent, and nobody who came after")
  void next() {
    read("first");
    read("second");
    assertThat(redis.writes).as("sent within the turn").isEmpty();
    redis.turn();
    read("third");
    read("fourth");
    redis.turn();
    assertThat(redis.writes).as("sent while one is under way").hasSize(1);
    look(0).succeed(answer());
    assertThat(told).containsExactly("first", "second");
    read("fifth");
    redis.turn();
    look(1).succeed(answer());
    assertThat(told).containsExactly("first", "second", "third", "fourth", "fifth");
  }

  @Test
  @DisplayName("of several questions go together, sixteen in a write")
  void together() {
    for (int i = 0; i < 20; i++) {
      read(question("list " + i), "read " + i);
    }
    redis.turn();
    assertThat(redis.writes).extracting(List::size).containsExactly(16, 4);
    redis.writes.forEach(write -> write.forEach(look -> look.succeed(answer())));
    assertThat(told).hasSize(20);
  }

  @Test
  @DisplayName("that fail do so for those who share them, and the next goes on")
  void failed() {
    read("first");
    redis.turn();
    read("second");
    look(0).fail(new IllegalStateException());
    redis.turn();
    look(1).succeed(answer());
    assertThat(told).containsExactly("first IllegalStateException", "second");
  }

  @Test
  @DisplayName("let nobody wait longer than the budget, wherever the time has gone")
  void late() {
    read("first");
    redis.turn();
    redis.pass(Duration.ofMillis(20));
    read("second");
    redis.pass(Duration.ofMillis(5));
    assertThat(told).containsExactly("first TimeoutException");
    redis.turn();
    redis.pass(Duration.ofMillis(20));
    assertThat(told).last().isEqualTo("second TimeoutException");
    look(0).succeed(answer());
    look(1).succeed(answer());
    assertThat(told).as("an answer that comes after that tells nobody").hasSize(2);
  }

  @Test
  @DisplayName("that are late before they could be sent are not sent")
  void unsent() {
    read("first");
    redis.pass(ManualExchange.BUDGET);
    assertThat(told).containsExactly("first " + TimeoutException.class.getSimpleName());
    read("second");
    redis.turn();
    look(0).succeed(answer());
    assertThat(told).last().isEqualTo("second");
  }

  @Test
  @DisplayName("serve a bounded number; more look alone")
  void bound() {
    read("under way");
    redis.turn();
    for (int i = 0; i < MOST + 2; i++) {
      read("read " + i);
    }
    redis.turn();
    assertThat(redis.writes).hasSize(2);
    assertThat(redis.writes.get(1)).extracting(SharedLook::size).containsExactly(1, 1);
    redis.writes.get(1).forEach(look -> look.succeed(answer()));
    assertThat(told).containsExactly("read 4", "read 5");
    look(0).succeed(answer());
    redis.turn();
    assertThat(look(2).size()).isEqualTo(MOST);
    look(2).fail(new RedisAway());
    assertThat(told).hasSize(MOST + 3);
  }
}
