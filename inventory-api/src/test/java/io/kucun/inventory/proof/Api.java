package io.kucun.inventory.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kucun.inventory.testing.As;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The service as a crowd of clients sees it; any number of threads may use it at once. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<User, String> TOKENS = new ConcurrentHashMap<>();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private final String root = "http://localhost:" + RestAssured.port + "/api/v1/";

  /** Who asks. */
  enum User {
    ADMIN,
    WAREHOUSE,
    SALES;

    private String token() {
      String name = name().toLowerCase(java.util.Locale.ROOT);
      return TOKENS.computeIfAbsent(
          this, user -> As.token(name, "kucun", Duration.ofHours(1), name));
    }
  }

  Reply get(User user, String path) {
    return send(request(user, path).GET());
  }

  Reply post(User user, String path, @Nullable Object body) {
    return send(request(user, path).POST(BodyPublishers.ofString(body == null ? "" : json(body))));
  }

  Reply put(User user, String path, String ifMatch, Object body) {
    return send(
        request(user, path).header("If-Match", ifMatch).PUT(BodyPublishers.ofString(json(body))));
  }

  Reply delete(User user, String path) {
    return send(request(user, path).DELETE());
  }

  private HttpRequest.Builder request(User user, String path) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .timeout(Duration.ofMinutes(2))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + user.token());
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      byte[] bytes = response.body();
      JsonNode body = bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
      return new Reply(response.statusCode(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
