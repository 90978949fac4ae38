package io.kucun.local.configuration;

import io.kucun.local.issuer.Issuer;
import io.kucun.local.rig.OwnPostgres;
import io.kucun.local.rig.OwnRedis;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the services need around them, and some of what they cannot use. */
final class Surroundings implements AutoCloseable {
  private static final String HISTORY =
      """
      CREATE TABLE flyway_schema_history (
        installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL,
        type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer,
        installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(),
        execution_time integer NOT NULL, success boolean NOT NULL);
      INSERT INTO flyway_schema_history
      VALUES (1, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'kucun', now(), 1, true)
      """;

  private final OwnPostgres postgres;
  private final OwnRedis redis;
  private final Issuer issuer = new Issuer();

  Surroundings(Path directory) {
    postgres = new OwnPostgres(directory, List.of());
    redis = new OwnRedis(directory);
    redis.send("CONFIG SET requirepass secret");
    execute("kucun", "CREATE DATABASE standby");
    execute("kucun", "ALTER DATABASE standby SET default_transaction_read_only = on");
    execute("kucun", "CREATE DATABASE later");
    execute("later", HISTORY);
  }

  private void execute(String database, String sql) {
    try (Connection connection = postgres.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of a database there, whether it exists or not. */
  String database(String name) {
    String url = PostgresServer.url(postgres.port());
    return url.substring(0, url.lastIndexOf('/') + 1) + name;
  }

  /** The address of Redis, with that password. */
  String redis(String password) {
    return "redis://:" + password + "@127.0.0.1:" + redis.port();
  }

  /** A path at the issuer; empty is the issuer itself. */
  String issuer(String path) {
    return issuer.url() + path;
  }

  /** Of somebody who may do everything. */
  String token() {
    return issuer.token("admin");
  }

  /** A port on which PostgreSQL listens. */
  String takenPort() {
    return Integer.toString(postgres.port());
  }

  /** With which either service becomes ready. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    environment.put("API_PORT", Integer.toString(Ports.free()));
    environment.put("WS_PORT", Integer.toString(Ports.free()));
    environment.put("DATABASE_URL", database("kucun"));
    environment.put("DATABASE_USER", PostgresServer.NAME);
    environment.put("DATABASE_PASSWORD", PostgresServer.NAME);
    environment.put("REDIS_URL", redis("secret"));
    environment.put("OIDC_ISSUER", issuer(""));
    environment.put("OIDC_AUDIENCE", Issuer.AUDIENCE);
    return environment;
  }

  @Override
  public void close() {
    redis.close();
    postgres.close();
    issuer.close();
  }
}
