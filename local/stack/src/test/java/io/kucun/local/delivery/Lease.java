package io.kucun.local.delivery;

import io.kucun.local.rig.Await;
import java.time.Duration;

/** The row that says who publishes, seen from outside. */
final class Lease {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Recorder recorder;

  Lease(Recorder recorder) {
    this.recorder = recorder;
  }

  String holder() {
    return recorder.ask("SELECT holder FROM event_relay_lease");
  }

  private long published() {
    return Long.parseLong(recorder.ask("SELECT sum(published_offset) FROM event_channel"));
  }

  /** Waits until another has the lease and publishes; tells when which of it was. */
  String takenOver(String before) {
    long began = System.nanoTime();
    Await.until("another takes over", LIMIT, () -> !holder().equals(before));
    long millis = (System.nanoTime() - began) / 1_000_000;
    return "taken over %d ms after, published %d ms after".formatted(millis, millis + progress());
  }

  /** Waits until something more is published; tells after how many milliseconds. */
  long progress() {
    long began = System.nanoTime();
    long before = published();
    Await.until("something is published", LIMIT, () -> published() > before);
    return (System.nanoTime() - began) / 1_000_000;
  }
}
