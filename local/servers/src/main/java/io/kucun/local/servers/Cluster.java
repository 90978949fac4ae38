package io.kucun.local.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A data directory of PostgreSQL. */
final class Cluster {
  private static final int LIMIT_SECONDS = 120;

  private final Path home;
  private final Path data;
  private final Path log;

  Cluster(Path home, Path data, Path log) {
    this.home = home;
    this.data = data;
    this.log = log;
  }

  /** Initialises the directory unless it is there; renamed when complete, so never half of one. */
  void create() {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    Path fresh = data.resolveSibling(data.getFileName() + ".new");
    Path password = data.resolveSibling(data.getFileName() + ".password");
    try {
      Deletion.of(fresh);
      Files.createDirectories(fresh);
      Files.writeString(password, PostgresServer.NAME);
      run(initdb(fresh, password), "");
      run(
          List.of(
              home.resolve("bin/postgres").toString(), "--single", "-D", fresh + "", "postgres"),
          "CREATE DATABASE " + PostgresServer.NAME + "\n");
      Deletion.of(data);
      Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(password);
    } catch (IOException e) {
      throw new ServerException("cannot create a database in " + data, e);
    }
  }

  private List<String> initdb(Path fresh, Path password) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/initdb").toString());
    command.addAll(List.of("-D", fresh.toString(), "-U", PostgresServer.NAME));
    command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + password, "--encoding=UTF8"));
    // The built-in locale sorts the same on every system and needs none installed.
    command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
    command.add("--no-sync");
    return command;
  }

  /** Removes the pid file of a server that is gone; another process may have its pid by now. */
  void forgetDeadPostmaster() {
    Path file = data.resolve("postmaster.pid");
    try {
      if (Files.exists(file) && !isOwnedByPostgres(Files.readAllLines(file).getFirst().strip())) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new ServerException("cannot read " + file, e);
    }
  }

  private static boolean isOwnedByPostgres(String pid) {
    return ProcessHandle.of(Long.parseLong(pid))
        .flatMap(handle -> handle.info().command())
        .filter(path -> path.endsWith("/" + PostgresServer.COMMAND))
        .isPresent();
  }

  /** PostgreSQL refuses to run as root: an empty user namespace makes it nobody in particular. */
  static List<String> asOrdinaryUser() {
    boolean root = "root".equals(System.getProperty("user.name"));
    return root && Platform.current().isLinux() ? List.of("unshare", "-U") : List.of();
  }

  private void run(List<String> command, String input) throws IOException {
    List<String> full = new ArrayList<>(asOrdinaryUser());
    full.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(full).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new ServerException("PostgreSQL did not initialise: " + Startup.reason(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new ServerException("PostgreSQL was interrupted while it initialised");
    }
  }
}
