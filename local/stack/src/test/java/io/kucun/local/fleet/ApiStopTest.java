package io.kucun.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.rig.Answer;
import io.kucun.local.rig.Await;
import io.kucun.local.rig.HttpLine;
import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Rig;
import io.kucun.local.rig.RigPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(14)
@DisplayName("A replica of the API that is told to stop")
class ApiStopTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String PRODUCTS = "/api/v1/products";

  /** What a JVM that was asked to end by SIGTERM ends with when it is done. */
  private static final int TERMINATED = 128 + 15;

  private static final RigPlan PLAN =
      RigPlan.breakable("kucun-stop", 1)
          .with("DATABASE_LOCK_TIMEOUT", "PT1M")
          .with("DATABASE_STATEMENT_TIMEOUT", "PT1M");

  @Test
  @DisplayName("finishes a write that has to wait for another's transaction")
  void finishes() throws IOException, SQLException {
    try (Rig rig = new Rig(PLAN);
        Connection database = rig.postgres().connect();
        Statement statement = database.createStatement()) {
      rig.start();
      Replica replica = rig.replicas().getFirst();
      try (HttpLine line = rig.line(replica, LIMIT)) {
        String id = line.send("POST", PRODUCTS, "", body("before")).orThrow().path("id").asText();
        database.setAutoCommit(false);
        statement.execute("SELECT 1 FROM product FOR UPDATE");
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> rename(line, id));
        Await.until("the write waits", LIMIT, () -> isSomebodyWaiting(rig));
        CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> replica.stop(LIMIT));
        statement.execute("SELECT pg_sleep(5)");
        assertThat(end).as("it waits as well").isNotDone();
        database.commit();
        assertThat(answer.join().status()).isEqualTo(200);
        assertThat(end.join()).isEqualTo(TERMINATED);
      }
    }
  }

  private static String body(String name) {
    return "{\"code\":\"A\",\"name\":\"" + name + "\"}";
  }

  private static Answer rename(HttpLine line, String id) {
    try {
      return line.send("PUT", PRODUCTS + "/" + id, "If-Match: *\r\n", body("after"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSomebodyWaiting(Rig rig) {
    try (Connection other = rig.postgres().connect();
        Statement statement = other.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
      return row.next() && row.getLong(1) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
