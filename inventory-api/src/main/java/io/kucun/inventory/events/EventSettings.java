package io.kucun.inventory.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The relay's pace and the bounds of what it keeps. */
@ConfigMapping(prefix = "kucun.events")
interface EventSettings {
  /** How often the relay looks for events, woken or not. */
  @WithDefault("PT0.25S")
  Duration poll();

  /** How often Redis is compared with PostgreSQL while nothing fails. */
  @WithDefault("PT2S")
  Duration compare();

  /** How long one step may take before it is given up and Redis is compared. */
  @WithDefault("PT5S")
  Duration patience();

  /** How often the lease is renewed, or asked for. It lasts three seconds. */
  @WithDefault("PT1S")
  Duration renewal();

  /** The most events that one step carries. */
  @WithDefault("500")
  int batch();

  /** How many events of each channel Redis keeps. */
  int logMax();

  /** How long PostgreSQL keeps an event that was published. */
  Duration retention();

  /** How often old events are looked for. */
  @WithDefault("PT1M")
  Duration cleaning();

  /** How often the waiting events are counted. */
  @WithDefault("PT2S")
  Duration counting();

  /** From what age on an event that waits is a warning. */
  @WithDefault("PT10S")
  Duration late();
}
