package io.kucun.gateway;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the gateway, or says in a line for each fault why it cannot. */
@QuarkusMain
public final class Main {

  Main() {}

  /** With the argument {@code check} it only looks at its environment; it takes no other. */
  public static void main(String... args) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      refuse(Arguments.faults(args));
      Environment environment = new Environment(variables());
      refuse(environment.faults());
      refuse(ListenPorts.faults(environment.ports()));
      if (List.of(args).contains(Arguments.CHECK)) {
        return;
      }
      Tracing.configure(System.getenv(), System.getProperties());
      EventLoops.configure(
          System.getenv(), System.getProperties(), Runtime.getRuntime().availableProcessors());
    }
    Quarkus.run(args);
  }

  /** As the configuration reads them: {@code -DNAME=value} of the command line goes first. */
  private static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    System.getProperties()
        .stringPropertyNames()
        .forEach(name -> variables.put(name, System.getProperty(name)));
    return variables;
  }

  private static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      boolean json = "true".equals(variables().get("LOG_JSON"));
      faults.forEach(fault -> System.err.println(FirstWords.of(fault, json)));
      System.exit(1);
    }
  }
}
