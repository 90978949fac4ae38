package io.kucun.local.stack;

import io.kucun.local.keycloak.KeycloakDistribution;
import io.kucun.local.keycloak.KeycloakHome;
import io.kucun.local.servers.PostgresServer;
import io.kucun.local.servers.RedisServer;
import io.kucun.local.servers.Spawn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Starts what the settings say: the servers side by side, and the services once all servers are
 * there, so that what a service misses at its start is missing indeed.
 */
public final class Launcher {
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);

  private final Settings settings;
  private final Children children;
  private final Progress progress;

  /** Adds each process to the children as soon as it runs. */
  public Launcher(Settings settings, Children children, Progress progress) {
    this.settings = settings;
    this.children = children;
    this.progress = progress;
  }

  /**
   * Refuses what cannot work, and has changed nothing.
   *
   * @param fresh whether the data is deleted before the start
   */
  public void check(boolean fresh) {
    new Preflight(settings).check(fresh);
  }

  /** Returns when all is ready. */
  public void start() {
    SavedSettings.write(settings.directory().settings(), settings.environment());
    try (Probe probe = new Probe(settings);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      start(probe, threads);
    }
  }

  private void start(Probe probe, ExecutorService threads) {
    try {
      CompletableFuture<Void> servers =
          all(
              step(Part.POSTGRES, this::startPostgres, threads),
              step(Part.REDIS, this::startRedis, threads),
              step(Part.KEYCLOAK, () -> startKeycloak(probe), threads));
      servers
          .thenCompose(ready ->
              all(
                  step(Part.API, () -> startApp(App.API, probe), threads),
                  step(Part.GATEWAY, () -> startApp(App.GATEWAY, probe), threads)))
          .join();
    } catch (CompletionException e) {
      // Ends the waits of the others too.
      children.stopAll();
      // On a full disk a process ends without a word, for its log takes none.
      Preflight.requireSpace(settings.directory().path(), Preflight.RUNNING_MEGABYTES);
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Completes with all, or with the first failure without waiting for the others. */
  static CompletableFuture<Void> all(CompletableFuture<?>... steps) {
    CompletableFuture<Void> outcome = new CompletableFuture<>();
    for (CompletableFuture<?> step : steps) {
      var _ =
          step.whenComplete((done, failure) -> {
            if (failure != null) {
              outcome.completeExceptionally(failure);
            }
          });
    }
    var _ = CompletableFuture.allOf(steps).thenRun(() -> outcome.complete(null));
    return outcome;
  }

  private CompletableFuture<Void> step(Part part, Runnable start, ExecutorService threads) {
    if (!settings.starts(part)) {
      progress.done(part.title(), settings.address(part) + " (given)", Duration.ZERO);
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.runAsync(
        () -> {
          long begin = System.nanoTime();
          start.run();
          progress.done(
              part.title(), settings.address(part), Duration.ofNanos(System.nanoTime() - begin));
        },
        threads);
  }

  private void startPostgres() {
    PostgresServer.persistent(
        settings.directory().data().resolve(Part.POSTGRES.id()),
        settings.port(Ports.POSTGRES),
        freshLog(Part.POSTGRES),
        process -> children.add(Part.POSTGRES, process, PostgresServer.COMMAND));
  }

  private void startRedis() {
    RedisServer.persistent(
        settings.directory().data().resolve(Part.REDIS.id()),
        settings.port(Ports.REDIS),
        freshLog(Part.REDIS),
        process -> children.add(Part.REDIS, process, RedisServer.COMMAND));
  }

  private void startKeycloak(Probe probe) {
    Path log = freshLog(Part.KEYCLOAK);
    KeycloakDistribution distribution =
        new KeycloakDistribution(settings.root().resolve(".kucun/cache"));
    Path unpacked =
        distribution.prepare(log, process -> children.add(Part.KEYCLOAK, process), progress::done);
    KeycloakHome home =
        new KeycloakHome(settings.directory().data().resolve(Part.KEYCLOAK.id()), unpacked);
    home.create(settings.root().resolve("local/keycloak/kucun-realm.json"), settings.apiUrl());
    List<String> command = home.startCommand(settings.port(Ports.KEYCLOAK), settings.keycloakUrl());
    run(Part.KEYCLOAK, command, home::environment, log, probe);
    home.ready();
  }

  private void startApp(App app, Probe probe) {
    Map<String, String> wired = ServiceEnvironment.of(app, settings);
    run(
        app.part(),
        app.command(settings.root()),
        variables -> variables.putAll(wired),
        freshLog(app.part()),
        probe);
  }

  private void run(
      Part part,
      List<String> command,
      Consumer<Map<String, String>> environment,
      Path log,
      Probe probe) {
    Process process = Spawn.inOwnSession(command, environment, settings.root(), log);
    children.add(part, process, "java");
    new Readiness(part, process, log, READY_LIMIT).await(probe);
  }

  private Path freshLog(Part part) {
    Path log = settings.directory().log(part);
    try {
      if (Files.exists(log)) {
        Path old = log.resolveSibling(part.id() + ".1.log");
        Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.createFile(log);
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
