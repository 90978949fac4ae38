package io.kucun.inventory.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Cached reads by many, of things that others change,")
class BusyReadsTest {
  @Inject ReadProbe reads;

  private String product;

  @BeforeEach
  void settled() {
    product = Given.product();
    Given.stock(product, "A01", null, 10);
    reads.quiet();
  }

  @Test
  @DisplayName("hit 95 times of 100 while twenty times as much moves elsewhere")
  void othersMove() {
    String other = Given.product();
    List<String> paths =
        List.of(
            "inventory?productId=" + product,
            "products/" + product,
            "products/" + product + "/inventory");
    reads.quiet();
    paths.forEach(reads::hit);
    int asked = 0;
    int hits = 0;
    for (int i = 0; i < 60; i++) {
      Given.stock(other, "B" + i % 3, null, 1);
      for (String path : paths) {
        asked++;
        hits += reads.status(path).startsWith("kucun; hit") ? 1 : 0;
      }
    }
    assertThat(hits).as("of %d", asked).isGreaterThanOrEqualTo(asked * 95 / 100);
    assertThat(reads.status("inventory?search=" + product)).doesNotStartWith("kucun; hit");
  }

  @Test
  @DisplayName("are answered to 2,000 who ask at the same moment")
  void crowd() throws Exception {
    String path = "inventory?productId=" + product;
    String expected = reads.hit(path).asString();
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/api/v1/" + path))
            .header(
                "Authorization",
                "Bearer " + As.token("viewer", "kucun", Duration.ofMinutes(10), "viewer"))
            .build();
    var answers =
        IntStream.range(0, 2_000)
            .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
            .toList();
    for (var answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
      assertThat(answer.get().body()).isEqualTo(expected);
    }
  }
}
