package io.kucun.inventory.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Clients;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TimeoutsTest.Impatient.class)
@DisplayName("A request that has to wait")
class TimeoutsTest {
  private static final int CONNECTIONS = 6;

  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.reactive.max-size", String.valueOf(CONNECTIONS),
          "kucun.database.statement-timeout", "PT1S",
          "kucun.database.lock-timeout", "PT0.4S",
          "kucun.database.idle-timeout", "PT2S",
          "kucun.database.connection-timeout", "PT0.8S",
          "kucun.database.connection-queue", "3");
    }
  }

  @Inject Pool pool;
  @Inject Sql sql;
  @Inject Patience patience;

  private String product;

  @BeforeEach
  void product() {
    product = Given.product();
  }

  private Response inbound(String reason) {
    return As.warehouse()
        .header("Idempotency-Key", product)
        .body(Given.lot(product, "A01", null, Map.of("quantity", 1, "reason", reason)))
        .post("/api/v1/inventory/inbound");
  }

  private long stock() {
    return sql.number(
        "SELECT coalesce(sum(quantity), 0)::bigint FROM stock_lot WHERE product_id = $1",
        UUID.fromString(product));
  }

  /** Begins a transaction on a connection of its own, which is never ended for being idle. */
  private SqlConnection holding(String statement) {
    SqlConnection connection = pool.getConnectionAndAwait();
    connection.query("SET idle_in_transaction_session_timeout = 0").executeAndAwait();
    connection.query("BEGIN").executeAndAwait();
    connection.query(statement).executeAndAwait();
    return connection;
  }

  private static void release(SqlConnection connection) {
    connection.query("ROLLBACK").executeAndAwait();
    connection.query("RESET ALL").executeAndAwait();
    connection.closeAndAwait();
  }

  private static void refused(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .body("code", equalTo(code))
        .header("Retry-After", notNullValue());
  }

  private String lockTotals() {
    return "SELECT * FROM product_stock WHERE product_id = '" + product + "' FOR UPDATE";
  }

  @Test
  @DisplayName("for a lock is told 409 with Retry-After, and succeeds when the lock is free")
  void lock() {
    SqlConnection other = holding(lockTotals());
    try {
      refused(inbound("first"), 409, "busy");
    } finally {
      release(other);
    }
    inbound("first").then().statusCode(201);
    assertThat(stock()).isOne();
  }

  @Test
  @DisplayName("for the first request with its key is told 409, and runs when that one failed")
  void key() {
    SqlConnection first =
        holding(
            "INSERT INTO idempotency_key (subject, key, fingerprint) VALUES ('sub-of-warehouse', '"
                + product
                + "', '')");
    try {
      refused(inbound("second"), 409, "busy");
    } finally {
      release(first);
    }
    inbound("second").then().statusCode(201);
  }

  @Test
  @DisplayName("for a statement is told 503 with Retry-After, and has changed nothing")
  void statement() {
    sql.run(
        "CREATE FUNCTION slow_movement() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$BEGIN PERFORM pg_sleep(30); RETURN NEW; END$$");
    sql.run(
        "CREATE TRIGGER slow_movement BEFORE INSERT ON stock_movement FOR EACH ROW"
            + " WHEN (NEW.reason = 'slow') EXECUTE FUNCTION slow_movement()");
    try {
      refused(inbound("slow"), 503, "unavailable");
    } finally {
      sql.run("DROP FUNCTION slow_movement CASCADE");
    }
    assertThat(stock()).isZero();
    inbound("slow").then().statusCode(201);
  }

  @Test
  @DisplayName("for a connection is told 503 with Retry-After, and so are those over the queue")
  void connections() throws Exception {
    List<SqlConnection> all = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        all.add(pool.getConnectionAndAwait());
      }
      assertThat(Clients.together(8, () -> inbound("drained")))
          .allSatisfy(answer -> refused(answer, 503, "unavailable"));
    } finally {
      all.forEach(SqlConnection::closeAndAwait);
    }
    inbound("drained").then().statusCode(201);
  }

  @Test
  @DisplayName("for a transaction that does nothing waits no longer than that may")
  void idle() {
    SqlConnection idle = pool.getConnectionAndAwait();
    idle.query("BEGIN").executeAndAwait();
    idle.query(lockTotals()).executeAndAwait();
    Response answer = inbound("behind");
    for (int i = 0; answer.statusCode() == 409 && i < 20; i++) {
      answer = inbound("behind");
    }
    assertThat(answer.statusCode()).isEqualTo(201);
    idle.closeAndForget();
  }

  @Test
  @DisplayName("is bounded by what each connection is told")
  void settings() {
    assertThat(shown("statement_timeout")).isEqualTo("1s");
    assertThat(shown("lock_timeout")).isEqualTo("400ms");
    assertThat(shown("idle_in_transaction_session_timeout")).isEqualTo("2s");
  }

  private String shown(String setting) {
    return sql.run("SHOW " + setting).iterator().next().getString(0);
  }

  @Test
  @DisplayName("may be longer for long work, and for the rest of its transaction only")
  void longWork() throws Throwable {
    assertThat(VertxContextSupport.subscribeAndAwait(this::patiently)).isEqualTo("2min");
    for (int i = 0; i < 2 * CONNECTIONS; i++) {
      assertThat(shown("statement_timeout")).isEqualTo("1s");
    }
  }

  private Uni<String> patiently() {
    return Panache.withTransaction(() ->
        patience
            .allow(Duration.ofMinutes(2))
            .flatMap(done -> Panache.getSession())
            .flatMap(session ->
                session
                    .createNativeQuery("SELECT current_setting('statement_timeout')", String.class)
                    .getSingleResult()));
  }
}
