package io.kucun.gateway.session;

import io.kucun.gateway.protocol.CloseCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Counts how sockets end. */
@Startup
@Singleton
final class Closes {

  private static final int PRIVATE_CODES = 4000;

  private final MeterRegistry registry;

  Closes(MeterRegistry registry) {
    this.registry = registry;
    for (CloseCode ours : CloseCode.values()) {
      counter(Integer.toString(ours.code()));
    }
  }

  void count(int code) {
    // A client may send any code: what is not ours or the standard's must not become a series of
    // its own.
    boolean known = code < PRIVATE_CODES ? code >= 1000 && code <= 1015 : isOurs(code);
    counter(known ? Integer.toString(code) : "other").increment();
  }

  private Counter counter(String code) {
    return Counter.builder("kucun.gateway.closes")
        .description("Sockets closed, by close code")
        .tag("code", code)
        .register(registry);
  }

  private static boolean isOurs(int code) {
    for (CloseCode ours : CloseCode.values()) {
      if (ours.code() == code) {
        return true;
      }
    }
    return false;
  }
}
