package io.kucun.inventory.web;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;

/** Checks that a request is refused with a problem. */
final class Refused {
  private Refused() {}

  static void refused(
      RequestSpecification as, String method, String path, int status, String code) {
    as.request(method, path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code));
  }
}
