package io.kucun.gateway;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;

/** Starts the gateway, or says in one line why it cannot. */
@QuarkusMain
public final class Main {

  Main() {}

  public static void main(String... args) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      Optional<String> problem = new Environment(System.getenv()).problem();
      if (problem.isPresent()) {
        System.err.println("realtime-gateway: " + problem.get());
        System.exit(1);
      }
      EventLoops.configure(
          System.getenv(), System.getProperties(), Runtime.getRuntime().availableProcessors());
    }
    Quarkus.run(args);
  }
}
