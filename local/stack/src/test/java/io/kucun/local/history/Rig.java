package io.kucun.local.history;

import io.kucun.local.servers.Deletion;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Three processes of the API on one PostgreSQL, one Redis and one issuer. */
final class Rig implements AutoCloseable {
  private static final List<String> NAMES = List.of("a", "b", "c");

  private final Path directory;
  private final PostgresServer postgres;
  private final OwnRedis redis;
  private final Issuer issuer = new Issuer();
  private final List<Replica> replicas = new ArrayList<>();
  private final String token = issuer.token("admin");

  /** With its servers; the replicas are not started yet. */
  Rig() {
    try {
      directory = Files.createTempDirectory("kucun-history");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int port = Ports.free();
    postgres =
        PostgresServer.transientIn(
            directory.resolve("postgres"), port, directory.resolve("postgres.log"));
    redis = new OwnRedis(directory);
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL",
            postgres.url(),
            "DATABASE_USER",
            PostgresServer.NAME,
            "DATABASE_PASSWORD",
            PostgresServer.NAME,
            "OIDC_ISSUER",
            issuer.url(),
            "OIDC_AUDIENCE",
            Issuer.AUDIENCE,
            "JAVA_TOOL_OPTIONS",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    for (String name : NAMES) {
      replicas.add(new Replica(name, environment, directory, redis.port()));
    }
  }

  /** Returns when all replicas are ready. */
  void start() {
    replicas.forEach(Replica::start);
    replicas.forEach(Replica::awaitReady);
  }

  List<Replica> replicas() {
    return replicas;
  }

  OwnRedis redis() {
    return redis;
  }

  Truth truth() {
    return new Truth(postgres.url(), PostgresServer.NAME);
  }

  /** A connection to a replica, as somebody who may do everything. */
  HttpLine line(Replica replica) {
    return new HttpLine(replica.port(), token);
  }

  void mode(RedisProxy.Mode mode) {
    replicas.forEach(replica -> replica.proxy().mode(mode));
  }

  @Override
  public void close() {
    replicas.forEach(Replica::close);
    redis.close();
    postgres.stop();
    issuer.close();
    Deletion.of(directory);
  }
}
