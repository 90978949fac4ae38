package io.kucun.inventory.cache;

import io.kucun.local.servers.Deletion;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A Redis that only one test class uses, so that it may be frozen, killed and set back. */
public final class OwnRedis implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Path directory;
  private final int port = Ports.free();
  private final Vertx vertx;
  private RedisServer server;

  public OwnRedis(Vertx vertx) {
    this.vertx = vertx;
    try {
      this.directory = Files.createTempDirectory("kucun-own-redis");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  public String url() {
    return server.url();
  }

  /** With the data of the last {@link #save}. */
  public void start() {
    server = RedisServer.transientIn(directory, port, directory.resolve("redis.log"));
  }

  public void kill() {
    server.process().stop("KILL", LIMIT);
  }

  public void freeze() {
    server.process().signal("STOP");
  }

  public void thaw() {
    server.process().signal("CONT");
  }

  public void save() {
    send(Command.SAVE);
  }

  public Response send(Command command, Object... arguments) {
    Redis client = Redis.createClient(vertx, url());
    try {
      Request request = Request.cmd(command);
      for (Object argument : arguments) {
        request.arg(argument.toString());
      }
      return client.send(request).await().atMost(LIMIT);
    } finally {
      client.close();
    }
  }

  /** How often a command has been executed since the statistics were reset. */
  public long calls(String command) {
    for (String line : send(Command.INFO, "commandstats").toString().lines().toList()) {
      if (line.startsWith("cmdstat_" + command + ":calls=")) {
        return Long.parseLong(line.substring(line.indexOf('=') + 1, line.indexOf(',')));
      }
    }
    return 0;
  }

  @Override
  public void close() {
    thaw();
    kill();
    Deletion.of(directory);
  }
}
