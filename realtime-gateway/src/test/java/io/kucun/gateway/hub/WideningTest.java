package io.kucun.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A member that may read more than before")
class WideningTest {

  private final Hub hub = new Hub(Set.of("a"), new LogLimits(10, 1_000, 200), Runnable::run);
  private final List<String> heard = new ArrayList<>();
  private final Member member =
      new Member() {
        @Override
        public boolean takes(int bytes) {
          return true;
        }

        @Override
        public void deliver(Batch batch) {
          heard.addAll(Events.texts(batch));
        }

        @Override
        public void resync(String channel, @Nullable Position at) {}

        @Override
        public void degraded(boolean on) {}
      };

  @BeforeEach
  void ownOnly() {
    hub.begin("a", new Position("e1", 0));
    hub.join(member);
    subscribe("ann", null);
  }

  private @Nullable Boolean subscribe(@Nullable String owner, @Nullable Position since) {
    List<Outcome> outcomes = new ArrayList<>();
    hub.subscribe(
        member, List.of(new Subscription(new Target("a", null), owner, since)), outcomes::addAll);
    return outcomes.getFirst().recovered();
  }

  private void publish(long offset, String owner) {
    hub.publish(Events.event("a", "e1", offset, null, owner));
  }

  @Test
  @DisplayName("gets what was withheld when it resumes from before")
  void replayed() {
    publish(1, "bob");
    hub.restrict(member, "a", null);
    assertThat(heard).isEmpty();
    assertThat(subscribe(null, new Position("e1", 0))).isTrue();
    assertThat(heard).containsExactly(new Position("e1", 1).toString());
  }

  @Test
  @DisplayName("is not recovered if that would come behind something delivered")
  void behind() {
    publish(1, "bob");
    publish(2, "ann");
    assertThat(subscribe(null, new Position("e1", 0))).isFalse();
    assertThat(heard).containsExactly(new Position("e1", 2).toString());
  }
}
