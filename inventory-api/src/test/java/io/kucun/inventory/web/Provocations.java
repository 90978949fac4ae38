package io.kucun.inventory.web;

import static io.kucun.inventory.web.ProblemCode.*;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Requests that are refused, one for each code that a single request can provoke. */
final class Provocations {
  private static final String PRODUCTS = "/api/v1/products";
  private static final String INBOUND = "/api/v1/inventory/inbound";
  private static final String ADJUSTMENTS = "/api/v1/inventory/adjustments";

  /** Those that need a race, an outage or a file have tests where they come from. */
  static final Set<ProblemCode> ELSEWHERE =
      EnumSet.of(
          INVALID_CURSOR,
          CSV_CHARSET,
          CSV_INVALID,
          REQUEST_TIMEOUT,
          BUSY,
          EVENTS_TRIMMED,
          LENGTH_REQUIRED,
          TOO_MANY_REQUESTS,
          INTERNAL,
          UNAVAILABLE);

  /** How each code is provoked, by a caller of some language. */
  static final Map<ProblemCode, Function<Caller, Response>> ALL =
      Map.ofEntries(
          Map.entry(VALIDATION, as -> as.admin().body("{}").post(PRODUCTS)),
          Map.entry(MALFORMED_JSON, as -> as.admin().body("{").post(PRODUCTS)),
          Map.entry(UNKNOWN_PARAMETER, as -> as.admin().get(PRODUCTS + "?colour=red")),
          Map.entry(UNAUTHENTICATED, as -> as.nobody().get(PRODUCTS)),
          Map.entry(FORBIDDEN, as -> as.viewer().body("{}").post(PRODUCTS)),
          Map.entry(NOT_FOUND, as -> as.admin().get(PRODUCTS + "/" + UUID.randomUUID())),
          Map.entry(METHOD_NOT_ALLOWED, as -> as.admin().patch(PRODUCTS)),
          Map.entry(NOT_ACCEPTABLE, as -> as.admin().accept("image/png").get(PRODUCTS)),
          Map.entry(
              INSUFFICIENT_STOCK,
              as -> as.admin().body(lot(Map.of("quantity", 9))).post("/api/v1/inventory/outbound")),
          Map.entry(DUPLICATE_CODE, as -> duplicate(as.admin())),
          Map.entry(
              QUANTITY_CHANGED,
              as ->
                  as.admin()
                      .body(lot(Map.of("quantity", 1, "expectedQuantity", 7)))
                      .post(ADJUSTMENTS)),
          Map.entry(BELOW_RESERVED, as -> as.admin().body(reserved("delta", -5)).post(ADJUSTMENTS)),
          Map.entry(COUNT_STATE, as -> as.admin().post(cancelledCount() + "/submit")),
          Map.entry(IDEMPOTENCY_KEY_REUSED, as -> keyTwice(as.admin())),
          Map.entry(ORDER_STATE, as -> as.admin().post(draft() + "/ship")),
          Map.entry(PRODUCT_ARCHIVED, as -> as.admin().body(archived()).post(INBOUND)),
          Map.entry(HAS_RESERVATIONS, as -> as.admin().delete(PRODUCTS + "/" + reservedProduct())),
          Map.entry(
              PRECONDITION_FAILED,
              as ->
                  as.admin().header("If-Match", "\"9\"").delete(PRODUCTS + "/" + Given.product())),
          Map.entry(
              PAYLOAD_TOO_LARGE, as -> as.admin().body("x".repeat(3 * 1024 * 1024)).post(PRODUCTS)),
          Map.entry(
              UNSUPPORTED_MEDIA_TYPE,
              as -> as.admin().contentType("text/plain").body("x").post(PRODUCTS)),
          Map.entry(
              PRECONDITION_REQUIRED,
              as ->
                  as.admin()
                      .body(Map.of("code", Given.code(), "name", "x"))
                      .put(PRODUCTS + "/" + Given.product())));

  private Provocations() {}

  private static Response duplicate(RequestSpecification admin) {
    String code = Given.code();
    Given.product(code, 0);
    return admin.body(Map.of("code", code, "name", "x")).post(PRODUCTS);
  }

  private static Response keyTwice(RequestSpecification admin) {
    String key = Given.code();
    As.admin()
        .header("Idempotency-Key", key)
        .body(Map.of("code", key, "name", "x"))
        .post(PRODUCTS)
        .then()
        .statusCode(201);
    return admin
        .header("Idempotency-Key", key)
        .body(Map.of("code", key, "name", "y"))
        .post(PRODUCTS);
  }

  private static String cancelledCount() {
    String counts = "/api/v1/inventory/counts";
    String id = As.admin().body("{}").post(counts).then().statusCode(201).extract().path("id");
    As.admin().post(counts + "/" + id + "/cancel").then().statusCode(200);
    return counts + "/" + id;
  }

  private static Map<String, Object> lot(Map<String, ?> more) {
    return Given.lot(Given.product(), null, null, more);
  }

  private static String reservedProduct() {
    String product = Given.product();
    Given.stock(product, null, null, 5);
    String order = Given.draft("sales", Given.item(product, null, 5));
    As.admin().post("/api/v1/orders/" + order + "/confirm").then().statusCode(200);
    return product;
  }

  private static Map<String, Object> reserved(String field, int value) {
    return Given.lot(reservedProduct(), null, null, Map.of(field, value));
  }

  private static Map<String, Object> archived() {
    String product = Given.product();
    As.admin().delete(PRODUCTS + "/" + product).then().statusCode(204);
    return Given.lot(product, null, null, Map.of("quantity", 1));
  }

  static String draft() {
    return "/api/v1/orders/" + Given.draft("sales", Given.item(Given.product(), null, 1));
  }

  /** Callers who want a language. */
  record Caller(String language) {
    RequestSpecification admin() {
      return As.admin().header("Accept-Language", language);
    }

    RequestSpecification viewer() {
      return As.viewer().header("Accept-Language", language);
    }

    RequestSpecification nobody() {
      return As.anonymous().header("Accept-Language", language);
    }
  }
}
