package io.kucun.inventory.startup;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts the service, or says in a line per variable what its environment lacks and exits with 1.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  /**
   * With the argument {@code check} it only looks at its environment; it takes no other, for
   * everything is configured by environment variables, and says so.
   */
  public static void main(String... arguments) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      refuse(Arguments.faults(arguments));
      Environment environment = new Environment(Main::variable);
      refuse(environment.faults());
      refuse(ListenPorts.faults(environment.ports()));
      if (List.of(arguments).contains(Arguments.CHECK)) {
        return;
      }
      Tracing.configure(System.getenv(), System.getProperties());
    }
    Quarkus.run(arguments);
  }

  /** As the configuration reads it: {@code -DNAME=value} of the command line goes first. */
  private static @Nullable String variable(String name) {
    String property = System.getProperty(name);
    return property == null ? System.getenv(name) : property;
  }

  private static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      boolean json = "true".equals(variable("LOG_JSON"));
      faults.forEach(fault -> System.err.println(FirstWords.of(fault, json)));
      System.exit(1);
    }
  }
}
