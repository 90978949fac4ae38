package io.kucun.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The servers of a JVM")
class LocalServersTest {
  private static int redisPort() {
    return URI.create(LocalServers.redisUrl()).getPort();
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl(), "kucun", "kucun");
  }

  @Test
  @DisplayName("Redis comes back on its port after it was killed")
  void redisRestarts() {
    int port = redisPort();
    assertThat(RedisServer.pongs(port)).isTrue();

    LocalServers.killRedis();
    assertThat(Ports.answers(port)).isFalse();

    LocalServers.startRedis();
    assertThat(redisPort()).isEqualTo(port);
    assertThat(RedisServer.pongs(port)).isTrue();
  }

  @Test
  @DisplayName("a frozen Redis accepts and says nothing")
  void redisFreezes() {
    int port = redisPort();
    LocalServers.pauseRedis();
    try {
      assertThat(Ports.answers(port)).isTrue();
      assertThat(RedisServer.pongs(port)).isFalse();
    } finally {
      LocalServers.resumeRedis();
    }
    assertThat(RedisServer.pongs(port)).isTrue();
  }

  @Test
  @DisplayName("PostgreSQL 18 keeps its data when it crashes and starts again")
  void postgresRestarts() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("create table kept (name text)");
      statement.execute("insert into kept values ('抛光砖')");
    }
    LocalServers.killPostgres();
    LocalServers.startPostgres();
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select name, version() from kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("抛光砖");
      assertThat(rows.getString(2)).startsWith("PostgreSQL 18");
    }
  }
}
