package io.kucun.inventory.startup;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/**
 * Starts the service, or says in a line per variable what its environment lacks and exits with 1.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  /** Takes no arguments: everything is configured by environment variables. */
  public static void main(String... arguments) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      List<String> faults = new Environment(System::getenv).faults();
      if (!faults.isEmpty()) {
        faults.forEach(System.err::println);
        System.exit(1);
      }
    }
    Quarkus.run(arguments);
  }
}
