package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Loads that are shared")
class SharingTest {
  private final List<CompletableFuture<String>> loads = new ArrayList<>();

  /** Begins when it is asked for, and ends when the test says so. */
  private Uni<String> load() {
    CompletableFuture<String> result = new CompletableFuture<>();
    loads.add(result);
    return Uni.createFrom().completionStage(result);
  }

  private static UniAssertSubscriber<String> run(Uni<String> uni) {
    return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  @Nested
  @DisplayName("by a flight")
  class OfAFlight {
    private final Flights<String, String> flights = new Flights<>(Duration.ofSeconds(20));

    @Test
    @DisplayName("serve all who ask meanwhile, and nobody who asks later")
    void shared() {
      UniAssertSubscriber<String> leader = run(flights.join("a", SharingTest.this::load));
      UniAssertSubscriber<String> follower = run(flights.join("a", SharingTest.this::load));
      UniAssertSubscriber<String> other = run(flights.join("b", SharingTest.this::load));
      assertThat(loads).hasSize(2);
      loads.getFirst().complete("x");
      leader.assertItem("x");
      follower.awaitItem().assertItem("x");
      other.assertNotTerminated();
      run(flights.join("a", SharingTest.this::load));
      assertThat(loads).hasSize(3);
    }

    @Test
    @DisplayName("fail for all who ask meanwhile, and are tried again by the next")
    void failed() {
      run(flights.join("a", SharingTest.this::load));
      UniAssertSubscriber<String> follower = run(flights.join("a", SharingTest.this::load));
      loads.getFirst().completeExceptionally(new IllegalStateException("broken"));
      follower.awaitFailure().assertFailedWith(IllegalStateException.class);
      assertThat(flights.size()).isZero();
    }

    @Test
    @DisplayName("are not waited for longer than the patience")
    void patience() {
      Flights<String, String> impatient = new Flights<>(Duration.ofMillis(1));
      run(impatient.join("a", SharingTest.this::load));
      run(impatient.join("a", SharingTest.this::load))
          .awaitFailure()
          .assertFailedWith(TimeoutException.class);
    }

    @Test
    @DisplayName("free their place when the leader goes away")
    void cancelled() {
      run(flights.join("a", SharingTest.this::load)).cancel();
      assertThat(flights.size()).isZero();
    }
  }

  @Nested
  @DisplayName("by turns")
  class OfATurn {
    private final Turns<String, String> turns = new Turns<>();

    @Test
    @DisplayName("serve only those who came before the load began")
    void next() {
      UniAssertSubscriber<String> first = run(turns.take("a", SharingTest.this::load));
      UniAssertSubscriber<String> second = run(turns.take("a", SharingTest.this::load));
      UniAssertSubscriber<String> third = run(turns.take("a", SharingTest.this::load));
      assertThat(loads).as("begun").hasSize(1);
      loads.get(0).complete("before");
      first.assertItem("before");
      assertThat(loads).as("begun").hasSize(2);
      UniAssertSubscriber<String> late = run(turns.take("a", SharingTest.this::load));
      loads.get(1).complete("after");
      second.awaitItem().assertItem("after");
      third.awaitItem().assertItem("after");
      assertThat(loads).as("begun").hasSize(3);
      loads.get(2).complete("later");
      late.awaitItem().assertItem("later");
    }

    @Test
    @DisplayName("go on after a failure, and fail only for those whose load it was")
    void failed() {
      UniAssertSubscriber<String> first = run(turns.take("a", SharingTest.this::load));
      UniAssertSubscriber<String> second = run(turns.take("a", SharingTest.this::load));
      loads.get(0).completeExceptionally(new IllegalStateException("broken"));
      first.assertFailedWith(IllegalStateException.class);
      loads.get(1).complete("well");
      second.awaitItem().assertItem("well");
      run(turns.take("a", SharingTest.this::load));
      assertThat(loads).as("begun").hasSize(3);
    }
  }

  @Nested
  @DisplayName("in a bulkhead")
  class OfABulkhead {
    private final Bulkhead bulkhead = new Bulkhead(2, 1);

    @Test
    @DisplayName("run up to a bound, wait up to another, and are not held back beyond")
    void bounds() {
      List<UniAssertSubscriber<String>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(run(bulkhead.run(SharingTest.this::load)));
      }
      assertThat(bulkhead.running()).isEqualTo(2);
      assertThat(bulkhead.waiting()).isOne();
      assertThat(loads).as("two, and the one beyond the line").hasSize(3);
      loads.get(0).completeExceptionally(new IllegalStateException("broken"));
      all.get(0).assertFailedWith(IllegalStateException.class);
      assertThat(loads).hasSize(4);
      assertThat(bulkhead.waiting()).isZero();
      loads.forEach(one -> one.complete("x"));
      assertThat(bulkhead.running()).isZero();
    }
  }
}
