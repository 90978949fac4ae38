package io.kucun.local.cli;

import io.kucun.local.client.Api;
import io.kucun.local.client.ClientException;
import io.kucun.local.client.Tokens;
import io.kucun.local.servers.Deletion;
import io.kucun.local.servers.ServerException;
import io.kucun.local.stack.Children;
import io.kucun.local.stack.Launcher;
import io.kucun.local.stack.LauncherLock;
import io.kucun.local.stack.LogTail;
import io.kucun.local.stack.Part;
import io.kucun.local.stack.Settings;
import io.kucun.local.stack.StackException;
import io.kucun.local.stack.StateDirectory;
import io.kucun.local.stack.UnheededPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Starts the system and stays until it ends. */
final class Up {
  private static final int SHOWN_LINES = 8;
  private static final int INTERRUPTED = 130;

  private final Settings settings;
  private final Console console;
  private final StateDirectory directory;
  private final Children children;
  private volatile boolean interrupted;

  Up(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
    this.directory = settings.directory();
    this.children = new Children(directory);
  }

  int run(boolean fresh) {
    long begin = System.nanoTime();
    directory.create();
    try (LauncherLock lock = LauncherLock.take(directory)) {
      reap();
      Launcher launcher = new Launcher(settings, children, console);
      launcher.check(fresh);
      if (fresh) {
        Deletion.of(directory.data());
        directory.create();
      }
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
      UnheededPorts.lines(settings).forEach(console::notice);
      console.line("Starting Kucun");
      if (!started(launcher)) {
        return INTERRUPTED;
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      console.line(String.format(Locale.ROOT, "Kucun is up after %.1f s", took.toMillis() / 1e3));
      return stay(lock);
    }
  }

  /** False if the user has stopped it meanwhile: what then fails is no news. */
  private boolean started(Launcher launcher) {
    try {
      launcher.start();
      fill();
      return true;
    } catch (StackException | ServerException | ClientException e) {
      if (!interrupted) {
        throw e;
      }
      children.stopAll();
      return false;
    }
  }

  private void reap() {
    List<Part> found = children.reap();
    if (!found.isEmpty()) {
      String names = found.stream().map(Part::title).collect(Collectors.joining(", "));
      console.line("Stopped what a crash had left: " + names);
    }
  }

  private void fill() {
    try {
      Tokens tokens = new Tokens(settings.issuer(), "admin");
      Api api = new Api(settings.apiUrl(), tokens);
      new Demo(settings, console, api, tokens).fillIfEmpty();
      new Summary(settings, console, api).print();
    } catch (ClientException e) {
      // With an issuer that was given, the users of the demo may not exist.
      if (settings.starts(Part.KEYCLOAK)) {
        throw e;
      }
      console.line("No demo data: " + e.getMessage());
    }
  }

  /** The lock is only held: the kernel frees it with this process. */
  private int stay(LauncherLock lock) {
    Part ended = children.firstToEnd().join();
    if (children.isStopping()) {
      // The hook prints and stops; this thread must not end the process under it.
      children.stopAll();
      return 0;
    }
    Path log = directory.log(ended);
    console.error(
        ended.title()
            + " has ended unexpectedly"
            + children.ending(ended)
            + "; the end of "
            + log
            + ":");
    LogTail.of(log, SHOWN_LINES).forEach(line -> console.notice("    " + line));
    children.stopAll();
    console.notice("All other parts were stopped");
    lock.close();
    return 1;
  }

  private void stop() {
    interrupted = true;
    if (children.isEmpty()) {
      return;
    }
    long begin = System.nanoTime();
    console.line("Stopping");
    children.stopAll();
    console.done("stopped", "", Duration.ofNanos(System.nanoTime() - begin));
  }
}
