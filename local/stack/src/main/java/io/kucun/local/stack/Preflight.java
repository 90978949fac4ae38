package io.kucun.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The checks before anything is started: each trouble is one line that says what to do. */
final class Preflight {
  private static final long MEGABYTE = 1024 * 1024;

  /** With less, something has failed, or soon will. */
  static final long RUNNING_MEGABYTES = 20;

  private static final long FIRST_START_MEGABYTES = 1000;
  private static final long LATER_START_MEGABYTES = 200;

  private final Settings settings;

  Preflight(Settings settings) {
    this.settings = settings;
  }

  /**
   * Refuses what cannot work.
   *
   * @param fresh whether the data is deleted then
   */
  void check(boolean fresh) {
    requireBuilt(App.API);
    requireBuilt(App.GATEWAY);
    requireSpace(settings.directory().path(), neededMegabytes(fresh));
    requireServers();
  }

  /** What is deleted first makes room. */
  long neededMegabytes(boolean fresh) {
    Path data = settings.directory().data();
    if (fresh) {
      return FIRST_START_MEGABYTES - DiskUse.of(data) / MEGABYTE;
    }
    return Files.exists(data.resolve("postgres")) ? LATER_START_MEGABYTES : FIRST_START_MEGABYTES;
  }

  /** What the services would say, what they would wait for, and what is taken: all at once. */
  private void requireServers() {
    List<String> faults = new ArrayList<>();
    // Before the services look at their ports, which are not free while they do.
    Stream.of(Ports.values())
        .filter(port -> settings.starts(port.part()))
        .forEach(port -> portFault(port, settings.port(port)).ifPresent(faults::add));
    List<VariableCheck> checks =
        Stream.of(App.values()).map(app -> VariableCheck.start(app, settings)).toList();
    faults.addAll(givenFaults());
    checks.forEach(check -> check.fault().ifPresent(faults::add));
    if (!faults.isEmpty()) {
      throw new StackException(String.join("\n", faults));
    }
  }

  private List<String> givenFaults() {
    return Stream.of(Part.POSTGRES, Part.REDIS, Part.KEYCLOAK)
        .filter(part -> !settings.starts(part))
        .flatMap(part -> givenFault(part).stream())
        .toList();
  }

  private Optional<String> givenFault(Part part) {
    return part == Part.KEYCLOAK
        ? GivenIssuer.of(settings).fault()
        : GivenServer.of(part, settings.address(part)).fault();
  }

  private void requireBuilt(App app) {
    Path jar = app.jar(settings.root());
    if (!Files.exists(jar)) {
      throw new StackException(
          app.part().title() + " is not built (no " + jar + "): run ./kucun build");
    }
  }

  static void requireSpace(Path directory, long megabytes) {
    try {
      long free = Files.getFileStore(directory).getUsableSpace() / MEGABYTE;
      if (free < megabytes) {
        throw new StackException(
            "The disk of %s has %d MB free, Kucun needs %d MB: make room or set KUCUN_STATE_DIR"
                .formatted(directory, free, megabytes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<String> portFault(Ports port, int number) {
    return isFree(number)
        ? Optional.empty()
        : Optional.of(
            "Port %d (%s) is in use by another program: stop it (lsof -i :%d shows it) or set %s"
                .formatted(number, port.part().title(), number, port.variable()));
  }

  static boolean isFree(int number) {
    // Binding the wildcard address fails if any address of that port is taken.
    return binds(number) && !io.kucun.local.servers.Ports.answers(number);
  }

  private static boolean binds(int number) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(number));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
