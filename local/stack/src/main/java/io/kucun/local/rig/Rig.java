package io.kucun.local.rig;

import io.kucun.local.issuer.Issuer;
import io.kucun.local.servers.Deletion;
import io.kucun.local.servers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some processes of the API on one PostgreSQL, one Redis and one issuer. */
public final class Rig implements AutoCloseable {
  private final Path directory;
  private final OwnPostgres postgres;
  private final OwnRedis redis;
  private final Issuer issuer = new Issuer();
  private final List<Replica> replicas = new ArrayList<>();
  private final String token = issuer.token("admin");

  /** With its servers; the replicas are not started yet. */
  public Rig(RigPlan plan) {
    try {
      directory = Files.createTempDirectory(plan.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    postgres = new OwnPostgres(directory, plan.postgres());
    redis = new OwnRedis(directory);
    for (int i = 0; i < plan.replicas(); i++) {
      replicas.add(replica(plan, Character.toString('a' + i)));
    }
  }

  private Replica replica(RigPlan plan, String name) {
    RedisProxy toRedis = new RedisProxy(redis.port());
    TcpProxy toPostgres = new TcpProxy(postgres.port());
    Map<String, String> environment = new HashMap<>(plan.environment());
    environment.put(
        "DATABASE_URL", PostgresServer.url(plan.proxied() ? toPostgres.port() : postgres.port()));
    environment.putIfAbsent(
        "REDIS_URL", plan.proxied() ? toRedis.url() : "redis://127.0.0.1:" + redis.port());
    environment.put("DATABASE_USER", PostgresServer.NAME);
    environment.put("DATABASE_PASSWORD", PostgresServer.NAME);
    environment.put("OIDC_ISSUER", issuer.url());
    environment.put("OIDC_AUDIENCE", Issuer.AUDIENCE);
    return new Replica(name, environment, directory, toRedis, toPostgres);
  }

  /** Returns when all replicas are ready. */
  public void start() {
    replicas.forEach(Replica::start);
    replicas.forEach(Replica::awaitReady);
  }

  /** All of them, whether they run or not. */
  public List<Replica> replicas() {
    return replicas;
  }

  /** The one that all share. */
  public OwnRedis redis() {
    return redis;
  }

  /** The one that all share. */
  public OwnPostgres postgres() {
    return postgres;
  }

  /** The one whose tokens all take. */
  public Issuer issuer() {
    return issuer;
  }

  /** A connection to a replica, as somebody who may do everything. */
  public HttpLine line(Replica replica) {
    return line(replica, HttpLine.PATIENCE);
  }

  /** Such a connection that waits so long for an answer. */
  public HttpLine line(Replica replica, Duration patience) {
    return new HttpLine(replica.port(), token, patience);
  }

  /** What happens to commands on their way to Redis, from everywhere. */
  public void mode(RedisProxy.Mode mode) {
    replicas.forEach(replica -> replica.proxy().mode(mode));
  }

  @Override
  public void close() {
    replicas.forEach(Replica::close);
    redis.close();
    postgres.close();
    issuer.close();
    Deletion.of(directory);
  }
}
