package io.kucun.gateway.session.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A second try")
class SecondTryTest {

  private static final class TooEarly extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final SecondTry tries = new SecondTry(TooEarly.class::isInstance);
  private final AtomicInteger attempts = new AtomicInteger();
  private boolean early = true;

  private <T> CompletableFuture<T> begin(Uni<T> attempt) {
    return tries.of(attempt).subscribeAsCompletionStage();
  }

  /** Begins what stays under way until the given end. */
  private Cancellable reader(CompletableFuture<String> end) {
    return tries.of(Uni.createFrom().completionStage(end)).subscribe().with(read -> {});
  }

  private Uni<String> attempt() {
    return Uni.createFrom()
        .item(() -> {
          attempts.incrementAndGet();
          if (early) {
            throw new TooEarly();
          }
          return "in";
        });
  }

  @Test
  @DisplayName("is not made of what was alone, whatever was before")
  void alone() {
    assertThat(begin(Uni.createFrom().item("before"))).isCompletedWithValue("before");
    assertThat(begin(attempt())).isCompletedExceptionally();
    assertThat(begin(attempt())).isCompletedExceptionally();
    assertThat(attempts).hasValue(2);
  }

  @Test
  @DisplayName("is made when those have ended that were under way, and answers")
  void waits() {
    CompletableFuture<String> one = new CompletableFuture<>();
    CompletableFuture<String> other = new CompletableFuture<>();
    reader(one);
    reader(other);
    CompletableFuture<String> answer = begin(attempt());
    one.complete("read");
    assertThat(answer).isNotDone();
    assertThat(tries.waiting()).isOne();
    early = false;
    other.complete("read");
    assertThat(answer).isCompletedWithValue("in");
    assertThat(attempts).hasValue(2);
    assertThat(tries.waiting()).isZero();
  }

  @Test
  @DisplayName("is the last one, and waits for none that waits")
  void once() {
    CompletableFuture<String> end = new CompletableFuture<>();
    reader(end);
    CompletableFuture<String> one = begin(attempt());
    CompletableFuture<String> other = begin(attempt());
    // Begins when both wait, and does not end.
    reader(new CompletableFuture<>());
    end.complete("read");
    assertThat(one).isCompletedExceptionally();
    assertThat(other).isCompletedExceptionally();
    assertThat(attempts).hasValue(4);
  }

  @Test
  @DisplayName("is made at once if another began and ended in the course of the first")
  void overtaken() {
    Uni<String> overtaken =
        Uni.createFrom()
            .deferred(() -> {
              if (attempts.getAndIncrement() > 0) {
                return Uni.createFrom().item("in");
              }
              reader(CompletableFuture.completedFuture("read"));
              return Uni.createFrom().failure(new TooEarly());
            });
    assertThat(begin(overtaken)).isCompletedWithValue("in");
  }

  @Test
  @DisplayName("is made at once if another was under way and ended in the course of the first")
  void outlived() {
    CompletableFuture<String> end = new CompletableFuture<>();
    reader(end);
    Uni<String> outlived = attempt().onFailure().invoke(() -> early = !end.complete("read"));
    assertThat(begin(outlived)).isCompletedWithValue("in");
    assertThat(attempts).hasValue(2);
  }

  @Test
  @DisplayName("is under way itself: others wait for it")
  void underWay() {
    CompletableFuture<String> end = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();
    reader(end);
    Uni<String> reads = Uni.createFrom().completionStage(second);
    CompletableFuture<String> one =
        begin(Uni.createFrom().deferred(() -> end.isDone() ? reads : attempt()));
    end.complete("read");
    CompletableFuture<String> other = begin(attempt());
    assertThat(other).isNotDone();
    early = false;
    second.complete("read");
    assertThat(one).isCompletedWithValue("read");
    assertThat(other).isCompletedWithValue("in");
  }

  @Test
  @DisplayName("is not made of what fails for another reason")
  void otherReason() {
    reader(new CompletableFuture<>());
    assertThat(begin(Uni.createFrom().failure(new IllegalStateException())))
        .isCompletedExceptionally();
  }

  @Test
  @DisplayName("waits for what goes on unasked, and waits no more once it is given up itself")
  void givenUp() {
    CompletableFuture<String> end = new CompletableFuture<>();
    Cancellable reader = reader(end);
    CompletableFuture<String> answer = begin(attempt());
    begin(attempt()).cancel(false);
    assertThat(tries.waiting()).isOne();
    reader.cancel();
    assertThat(end).isNotDone();
    assertThat(answer).isNotDone();
    early = false;
    end.complete("read");
    assertThat(answer).isCompletedWithValue("in");
    assertThat(attempts).hasValue(3);
    assertThat(tries.waiting()).isZero();
  }

  @Test
  @DisplayName("is waited for by so many at most; one more is to come back")
  void bounded() {
    CompletableFuture<String> end = new CompletableFuture<>();
    reader(end);
    List<CompletableFuture<String>> waiting = new ArrayList<>();
    for (int i = 0; i < SecondTry.MOST_WAITING; i++) {
      waiting.add(begin(attempt()));
    }
    assertThat(begin(attempt()))
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.refusal()).isEqualTo(Refusal.IDENTITY_PROVIDER_UNAVAILABLE));
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    end.complete("read");
    assertThat(waiting).allMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(tries.waiting()).isZero();
  }

  @Test
  @DisplayName("is made on the event loop that asks")
  void sameLoop() {
    Vertx vertx = Vertx.vertx();
    try {
      CompletableFuture<String> end = new CompletableFuture<>();
      reader(end);
      List<String> threads = new ArrayList<>();
      Uni<String> attempt =
          Uni.createFrom()
              .voidItem()
              .invoke(() -> threads.add(Thread.currentThread().getName()))
              .chain(this::attempt);
      CompletableFuture<String> answer = new CompletableFuture<>();
      CompletableFuture<String> asking = new CompletableFuture<>();
      vertx.runOnContext(v -> {
        tries.of(attempt).subscribe().with(answer::complete, answer::completeExceptionally);
        asking.complete(Thread.currentThread().getName());
      });
      String loop = asking.join();
      early = false;
      end.complete("read");
      assertThat(answer).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("in");
      assertThat(threads).containsExactly(loop, loop);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
