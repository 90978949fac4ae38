package io.kucun.gateway;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the value of a setting may be. */
sealed interface Bound {

  /** Whether a value is within; what cannot be read is not. */
  boolean holds(String value);

  /** For people. */
  String expected();

  /** A whole number, written in digits alone. */
  record Count(int least, int most) implements Bound {
    @Override
    public boolean holds(String value) {
      long number = value.matches("\\d{1,10}") ? Long.parseLong(value) : -1;
      return number >= least && number <= most;
    }

    @Override
    public String expected() {
      return "a whole number from " + least + " to " + most + " expected";
    }
  }

  /** A duration, as ISO 8601 writes it or in the shorter way of Quarkus. */
  record Time(Duration least, Duration most) implements Bound {
    @Override
    public boolean holds(String value) {
      try {
        @Nullable Duration time = DurationConverter.parseDuration(value);
        return time != null && time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
      } catch (IllegalArgumentException | ArithmeticException e) {
        return false;
      }
    }

    @Override
    public String expected() {
      return "a duration such as 25S or PT5M expected, from " + least + " to " + most;
    }
  }

  /** On or off. */
  record Switch() implements Bound {
    @Override
    public boolean holds(String value) {
      return value.equals("true") || value.equals("false");
    }

    @Override
    public String expected() {
      return "true or false expected";
    }
  }
}
