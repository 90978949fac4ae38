package io.kucun.local.delivery;

import io.kucun.local.rig.Await;
import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Rig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Which replica publishes, seen from outside. */
final class Leader {
  private static final String PUBLISHED = "kucun_events_published_total";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Leader() {}

  /** The one whose count grows while writes go on. */
  static Replica of(Rig rig) {
    Map<Replica, Double> before = new HashMap<>();
    AtomicReference<@Nullable Replica> found = new AtomicReference<>();
    Await.until(
        "somebody publishes",
        LIMIT,
        () -> {
          rig.replicas().stream().filter(Replica::isUp).forEach(it -> look(it, before, found));
          return found.get() != null;
        });
    return Objects.requireNonNull(found.get());
  }

  private static void look(
      Replica replica, Map<Replica, Double> before, AtomicReference<@Nullable Replica> found) {
    double count = replica.metric(PUBLISHED);
    Double known = before.putIfAbsent(replica, count);
    if (known != null && count > known) {
      found.set(replica);
    }
  }
}
