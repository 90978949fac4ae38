package io.kucun.inventory.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Sql;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A client that hangs up")
class DisconnectTest {
  private static final int POOL = 20;

  @Inject Pool pool;
  @Inject Sql sql;

  private final String token =
      As.token("admin", "kucun", Duration.ofMinutes(30), "admin", "warehouse");
  private String product;

  @BeforeEach
  void product() {
    product = Given.product();
  }

  /** Sends a request over a connection of its own and leaves the answer unread. */
  private Socket send(String method, String path, String body) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        %s %s HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/json
        Content-Length: %d

        """
            .formatted(method, path, token, bytes.length)
            .replace("\n", "\r\n");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return socket;
  }

  /** Hangs up with a reset, as a client does that has crashed. */
  private static void hangUp(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private String inbound(String color) {
    return "{\"productId\":\"%s\",\"colorCode\":\"%s\",\"quantity\":3}".formatted(product, color);
  }

  @Test
  @DisplayName("at any moment of an inbound leaves all of it or nothing")
  void inbounds() throws IOException {
    Random random = seeded();
    for (int i = 0; i < Scale.of(200, 2_000); i++) {
      Socket socket = send("POST", "/api/v1/inventory/inbound", inbound("C" + random.nextInt(5)));
      LockSupport.parkNanos(random.nextLong(12_000_000));
      hangUp(socket);
    }
    consistent();
  }

  @Test
  @DisplayName("at any moment of an order's way leaves each step done or not done")
  void orders() throws IOException {
    Random random = seeded();
    Given.stock(product, "A01", null, 100_000);
    for (int i = 0; i < Scale.of(30, 600); i++) {
      String path = "/api/v1/orders/" + Given.draft("sales", Given.item(product, "A01", 2));
      Socket confirm = send("POST", path + "/confirm", "");
      LockSupport.parkNanos(random.nextLong(12_000_000));
      hangUp(confirm);
      Socket next = send("POST", path + (random.nextBoolean() ? "/ship" : "/cancel"), "");
      LockSupport.parkNanos(random.nextLong(12_000_000));
      hangUp(next);
    }
    consistent();
    assertThat(
            sql.number(
                """
                SELECT count(*) FROM stock_lot l WHERE product_id = $1 AND reserved <>
                  (SELECT coalesce(sum(a.quantity), 0) FROM sales_order_allocation a
                   JOIN sales_order o ON o.id = a.order_id AND o.status = 'CONFIRMED'
                   WHERE a.lot_id = l.id)
                """,
                UUID.fromString(product)))
        .isZero();
  }

  @Test
  @DisplayName("while its writes wait in the database does not undo them, and costs no connection")
  void waiting() throws IOException {
    SqlConnection other = pool.getConnectionAndAwait();
    other.query("BEGIN").executeAndAwait();
    other
        .query("SELECT * FROM product_stock WHERE product_id = '" + product + "' FOR UPDATE")
        .executeAndAwait();
    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < POOL - 4; i++) {
      clients.add(send("POST", "/api/v1/inventory/inbound", inbound("A01")));
    }
    Eventually.holds(() -> assertThat(waiters()).isEqualTo(clients.size()));
    for (Socket client : clients) {
      hangUp(client);
    }
    other.query("ROLLBACK").executeAndAwait();
    other.closeAndAwait();
    Eventually.holds(() -> assertThat(stock()).isEqualTo(3L * clients.size()));
    consistent();
  }

  @Test
  @DisplayName("at any moment of a read costs no connection")
  void reads() throws IOException {
    Random random = seeded();
    for (int i = 0; i < Scale.of(200, 2_000); i++) {
      Socket socket = send("GET", "/api/v1/orders?limit=" + (1 + i % 100), "");
      LockSupport.parkNanos(random.nextLong(6_000_000));
      hangUp(socket);
    }
    consistent();
  }

  @Test
  @DisplayName("would be found out if it left a half")
  void halves() {
    Given.stock(product, "A01", null, 5);
    UUID id = UUID.fromString(product);
    SqlConnection half = pool.getConnectionAndAwait();
    try {
      half.query("BEGIN").executeAndAwait();
      half.preparedQuery("UPDATE stock_lot SET quantity = quantity + 1 WHERE product_id = $1")
          .executeAndAwait(Tuple.of(id));
      half.preparedQuery("DELETE FROM event WHERE channel = 'inventory' AND key = $1::text")
          .executeAndAwait(Tuple.of(product));
      for (String check : List.of(LEDGER, TOTALS, EVENTS)) {
        assertThat(half.preparedQuery(check).executeAndAwait(Tuple.of(id)).iterator().next())
            .returns(1L, row -> row.getLong(0));
      }
      assertThat(sql.number(OPEN)).isOne();
    } finally {
      half.query("ROLLBACK").executeAndAwait();
      half.closeAndAwait();
    }
  }

  private static Random seeded() {
    long seed = System.nanoTime();
    System.out.println("seed of the hang-ups: " + seed);
    return new Random(seed);
  }

  private long stock() {
    return sql.number(
        "SELECT coalesce(sum(quantity), 0)::bigint FROM stock_lot WHERE product_id = $1",
        UUID.fromString(product));
  }

  private long waiters() {
    return sql.number(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND wait_event_type = 'Lock'");
  }

  private void consistent() {
    Eventually.holds(() -> assertThat(sql.number(OPEN)).as("transactions that go on").isZero());
    UUID id = UUID.fromString(product);
    assertThat(sql.number(LEDGER, id)).as("lots that differ from their ledger").isZero();
    assertThat(sql.number(TOTALS, id)).as("totals that differ from their lots").isZero();
    assertThat(sql.number(EVENTS, id)).as("ledger rows without exactly one event").isZero();
    everyConnectionIsFree();
  }

  private void everyConnectionIsFree() {
    List<SqlConnection> all = new ArrayList<>();
    try {
      for (int i = 0; i < POOL - 2; i++) {
        all.add(pool.getConnection().await().atMost(Duration.ofSeconds(10)));
      }
    } finally {
      all.forEach(SqlConnection::closeAndAwait);
    }
  }

  private static final String OPEN =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND (state LIKE 'idle in transaction%' OR wait_event_type = 'Lock')
      """;

  private static final String LEDGER =
      """
      SELECT count(*) FROM stock_lot l
      WHERE product_id = $1 AND (l.quantity, l.reserved) <>
        (SELECT coalesce(sum(m.delta), 0), coalesce(sum(m.reserved_delta), 0)
         FROM stock_movement m WHERE m.lot_id = l.id)
      """;

  private static final String TOTALS =
      """
      SELECT count(*) FROM product_stock p
      WHERE product_id = $1 AND (p.total, p.reserved) <>
        (SELECT coalesce(sum(l.quantity), 0), coalesce(sum(l.reserved), 0)
         FROM stock_lot l WHERE l.product_id = p.product_id)
      """;

  private static final String EVENTS =
      """
      SELECT count(*) FROM
        (SELECT id::text FROM stock_movement WHERE product_id = $1) m
        FULL JOIN
        (SELECT data::json ->> 'movementId' AS id FROM event
         WHERE channel = 'inventory' AND key = $1::text AND data::json ->> 'movementId' IS NOT NULL) e
        ON m.id = e.id
      WHERE m.id IS NULL OR e.id IS NULL
      """;
}
