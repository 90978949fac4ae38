package io.kucun.inventory.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Clients;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A write with an Idempotency-Key")
class IdempotencyTest {
  private static final String INBOUND = "/api/v1/inventory/inbound";

  private static final String OUTBOUND = "/api/v1/inventory/outbound";

  @Inject Sql sql;

  private final String key = UUID.randomUUID().toString();

  private String product;

  @BeforeEach
  void product() {
    product = Given.product();
  }

  private static RequestSpecification keyed(RequestSpecification request, String key) {
    return request.header("Idempotency-Key", key);
  }

  private Map<String, Object> pieces(int quantity) {
    return Given.lot(product, "A01", null, Map.of("quantity", quantity));
  }

  private Response inbound(String user, int quantity) {
    return keyed(As.user(user, "warehouse"), key).body(pieces(quantity)).post(INBOUND);
  }

  private long stock() {
    return sql.number(
        "SELECT coalesce(sum(quantity), 0)::bigint FROM stock_lot WHERE product_id = $1",
        UUID.fromString(product));
  }

  private long rows() {
    return sql.number("SELECT count(*) FROM idempotency_key WHERE key = $1", key);
  }

  @Test
  @DisplayName("has one effect and one answer, however many send it at once")
  void duplicates() throws Exception {
    List<Response> answers = Clients.together(50, () -> inbound("warehouse", 7));
    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(answers).extracting(Response::asString).containsOnly(answers.getFirst().asString());
    assertThat(answers.stream().filter(answer -> answer.header("Idempotent-Replayed") == null))
        .hasSize(1);
    assertThat(
            answers.stream().filter(answer -> "true".equals(answer.header("Idempotent-Replayed"))))
        .hasSize(49);
    assertThat(stock()).isEqualTo(7);
  }

  @Test
  @DisplayName("differs from one without a key, which has an effect each time")
  void withoutKey() throws Exception {
    Clients.together(5, () -> As.warehouse().body(pieces(7)).post(INBOUND).then().statusCode(201));
    assertThat(stock()).isEqualTo(35);
  }

  @Test
  @DisplayName("is the same request with its fields in another order and other blanks")
  void spelling() {
    String fields = "\"colorCode\":\"A01\",\"quantity\":3";
    String id = "\"productId\":\"" + product + "\"";
    keyed(As.warehouse(), key).body("{" + fields + "," + id + "}").post(INBOUND);
    keyed(As.warehouse(), key)
        .body("{ " + id + ", " + fields + " }")
        .post(INBOUND)
        .then()
        .statusCode(201)
        .header("Idempotent-Replayed", "true");
    assertThat(stock()).isEqualTo(3);
  }

  @Test
  @DisplayName("is refused with another body, path, method or If-Match, and changes nothing")
  void reused() {
    inbound("admin", 3);
    reused(keyed(As.admin(), key).body(pieces(4)).post(INBOUND));
    reused(keyed(As.admin(), key).body(pieces(3)).post(OUTBOUND));
    reused(keyed(As.admin(), key).delete("/api/v1/products/" + product));
    assertThat(stock()).isEqualTo(3);

    String path = "/api/v1/products/" + product;
    String other = UUID.randomUUID().toString();
    keyed(As.admin(), other).header("If-Match", "\"0\"").delete(path).then().statusCode(204);
    reused(keyed(As.admin(), other).header("If-Match", "\"1\"").delete(path));
    reused(keyed(As.admin(), other).delete(path));
  }

  private static void reused(Response answer) {
    answer.then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
  }

  @Test
  @DisplayName("has nothing to do with another user's of the same text")
  void subjects() {
    inbound("warehouse", 3).then().statusCode(201);
    inbound("warehouse2", 3).then().statusCode(201).header("Idempotent-Replayed", nullValue());
    assertThat(stock()).isEqualTo(6);
  }

  @Test
  @DisplayName("keeps nothing when it fails, and runs when it is sent again")
  void failed() {
    RequestSpecification outbound = keyed(As.warehouse(), key).body(pieces(2));
    outbound.post(OUTBOUND).then().statusCode(409);
    assertThat(rows()).isZero();
    Given.stock(product, "A01", null, 5);
    outbound.post(OUTBOUND).then().statusCode(201).header("Idempotent-Replayed", nullValue());
    outbound.post(OUTBOUND).then().statusCode(201).header("Idempotent-Replayed", "true");
    assertThat(stock()).isEqualTo(3);
  }

  @Test
  @DisplayName("runs once, when the first of those that wait for it fails")
  void failedBeforeWaiters() throws Exception {
    Given.stock(product, "A01", null, 5);
    List<Integer> statuses =
        Clients.together(
            10, () -> keyed(As.warehouse(), key).body(pieces(6)).post(OUTBOUND).statusCode());
    assertThat(statuses).containsOnly(409);
    assertThat(rows()).isZero();
    Given.stock(product, "A01", null, 2);
    List<Integer> later =
        Clients.together(
            10, () -> keyed(As.warehouse(), key).body(pieces(6)).post(OUTBOUND).statusCode());
    assertThat(later).containsOnly(201);
    assertThat(stock()).isEqualTo(1);
  }

  @Test
  @DisplayName("is replayed for a day, and is new after that")
  void expiry() {
    inbound("warehouse", 3);
    age("23 hours 59 minutes");
    inbound("warehouse", 3).then().header("Idempotent-Replayed", "true");
    age("24 hours 1 minute");
    inbound("warehouse", 3).then().statusCode(201).header("Idempotent-Replayed", nullValue());
    inbound("warehouse", 3).then().header("Idempotent-Replayed", "true");
    assertThat(stock()).isEqualTo(6);
  }

  private void age(String interval) {
    sql.run(
        "UPDATE idempotency_key SET created_at = now() - '"
            + interval
            + "'::interval WHERE key = $1",
        key);
  }

  @Test
  @DisplayName("replays status, Location, ETag and body of every kind of write")
  void whole() {
    Response created =
        keyed(As.admin(), key)
            .body(Map.of("code", Given.code(), "name", "砖", "specifications", Map.of("b", 1)))
            .post("/api/v1/products");
    assertThat(created.statusCode()).isEqualTo(201);
    String path = "/api/v1/products/" + created.path("id");
    assertThat(created.header("Location")).endsWith(path);

    replays(
        keyed(As.admin(), key + "put")
            .header("If-Match", "\"0\"")
            .body(Map.of("code", Given.code(), "name", "瓷砖")),
        "PUT",
        path,
        200);
    replays(keyed(As.admin(), key + "delete"), "DELETE", path, 204);

    Given.stock(product, "A01", null, 10);
    Map<String, ?> order =
        Map.of("customerName", "王", "items", List.of(Given.item(product, "A01", 4)));
    Response draft =
        replays(keyed(As.admin(), key + "order").body(order), "POST", "/api/v1/orders", 201);
    String orderPath = "/api/v1/orders/" + draft.path("id");
    for (String step : List.of("confirm", "ship", "complete")) {
      replays(keyed(As.admin(), key + step), "POST", orderPath + "/" + step, 200);
    }
    assertThat(stock()).isEqualTo(6);
  }

  private static Response replays(
      RequestSpecification request, String method, String path, int status) {
    Response first = request.request(method, path);
    Response second = request.request(method, path);
    assertThat(first.statusCode()).as(path).isEqualTo(status);
    assertThat(second.statusCode()).as(path).isEqualTo(status);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(second.contentType()).isEqualTo(first.contentType());
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    return first;
  }

  @Test
  @DisplayName("makes cached reads stale when it is replayed, in case the first time did not")
  void invalidation() {
    String path = "/api/v1/products/" + product;
    RequestSpecification put =
        keyed(As.admin(), key)
            .header("If-Match", "\"0\"")
            .body(Map.of("code", Given.code(), "name", "new"));
    put.put(path).then().statusCode(200);
    Eventually.holds(
        () -> As.viewer().get(path).then().header("Cache-Status", containsString("hit")));
    sql.run("UPDATE product SET name = 'newer' WHERE id = $1", UUID.fromString(product));
    As.viewer().get(path).then().body("name", equalTo("new"));
    put.put(path).then().statusCode(200).header("Idempotent-Replayed", "true");
    As.viewer().get(path).then().body("name", equalTo("newer"));
  }
}
