package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("A method that the path does not take")
class AllowTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "PATCH|/api/v1/products|GET, HEAD, POST",
        "DELETE|/api/v1/orders|GET, HEAD, POST",
        "POST|/api/v1/products/{id}|DELETE, GET, HEAD, PUT",
        "PUT|/api/v1/orders/{id}|GET, HEAD",
        "GET|/api/v1/orders/{id}/confirm|POST",
        "POST|/api/v1/products/{id}/inventory|GET, HEAD",
        "GET|/api/v1/inventory/inbound/batch|POST",
        "POST|/api/v1/inventory/counts/{id}/lines|GET, HEAD, PUT",
        "DELETE|/api/v1/products/{id}/inventory|GET, HEAD",
        "POST|/config.json|GET, HEAD"
      })
  @DisplayName("is refused with those that it takes")
  void allowed(String method, String path, String methods) {
    String allow =
        As.admin()
            .request(method, path.replace("{id}", UUID.randomUUID().toString()))
            .then()
            .statusCode(405)
            .extract()
            .header("Allow");
    assertThat(allow).isEqualTo(methods);
  }
}
