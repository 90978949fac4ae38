package io.kucun.gateway.session.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.testing.Scale;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Against a model of what Quarkus does, for its moments cannot be held. */
@DisplayName("A change of keys")
class KeyChangeTest {

  private static final int ROUNDS = Scale.of(3_000, 100_000);
  private static final int THREADS = 3;

  /** Is asked for its keys once, and refuses from then on until it has them. */
  private static final class Keys {

    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService network;
    private volatile boolean known;

    Keys(ExecutorService network) {
      this.network = network;
    }

    Uni<String> verify() {
      if (known) {
        return Uni.createFrom().item("in");
      }
      if (requests.compareAndSet(0, 1)) {
        return Uni.createFrom()
            .<String>emitter(e -> network.execute(() -> e.complete("in")))
            .invoke(() -> known = true);
      }
      return known
          ? Uni.createFrom().item("in")
          : Uni.createFrom().failure(new IllegalStateException("unknown key"));
    }
  }

  @Test
  @DisplayName("refuses no token of the new key, whoever comes first")
  void races() {
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS + 1)) {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      for (int round = 0; round < ROUNDS; round++) {
        Keys keys = new Keys(pool);
        SecondTry tries = new SecondTry(IllegalStateException.class::isInstance);
        Uni<String> token =
            Uni.createFrom()
                .voidItem()
                .invoke(() -> await(start))
                .chain(() -> tries.of(Uni.createFrom().deferred(keys::verify)))
                .runSubscriptionOn(pool);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          answers.add(token.subscribeAsCompletionStage());
        }
        for (CompletableFuture<String> answer : answers) {
          assertThat(answer).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("in");
        }
        assertThat(keys.requests).hasValue(1);
        assertThat(tries.waiting()).isZero();
      }
    }
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new AssertionError(e);
    }
  }
}
