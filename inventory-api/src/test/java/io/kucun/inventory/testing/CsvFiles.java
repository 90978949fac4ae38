package io.kucun.inventory.testing;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends files and fetches them, byte for byte. */
public final class CsvFiles {
  public static final String UTF_8 = "text/csv; charset=utf-8";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private CsvFiles() {}

  /** What came back. */
  public record Reply(int status, byte[] bytes, HttpResponse<byte[]> response) {
    public JsonPath json() {
      return JsonPath.from(text());
    }

    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public String text(Charset charset) {
      return new String(bytes, charset);
    }

    /** Each fault that a refused file has: line, column and code. */
    public List<String> faults() {
      if (status != 400 || !json().getString("code").equals("csv_invalid")) {
        throw new AssertionError("Answered " + status + ": " + text());
      }
      List<Map<String, Object>> errors = json().getList("errors");
      return errors.stream()
          .map(error -> error.get("line") + " " + error.get("column") + " " + error.get("code"))
          .toList();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** Sends a text in UTF-8. */
  public static Reply post(String role, String path, String text) {
    return post(role, path, UTF_8, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends bytes.
   *
   * @param headers names and values, in turn
   */
  public static Reply post(String role, String path, String type, byte[] body, String... headers) {
    HttpRequest.Builder request =
        request(role, path, headers)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(request);
  }

  public static Reply get(String role, String path, String... headers) {
    return send(request(role, path, headers).GET());
  }

  private static HttpRequest.Builder request(String role, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token(role));
    return headers.length == 0 ? request : request.headers(headers);
  }

  static String token(String role) {
    return As.token(role, "kucun", Duration.ofMinutes(30), role);
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
