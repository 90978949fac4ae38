package io.kucun.inventory.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.inventory.testing.ApiDocument;
import io.kucun.inventory.testing.ApiDocument.Operation;
import io.kucun.inventory.testing.Fits;
import io.kucun.inventory.web.ProblemCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends hostile requests and judges what comes back and what they leave behind. */
final class Prober implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ApiDocument document;
  private final String base;
  private final String token;
  private final RowChanges changes;
  private final Map<Integer, Integer> answers = new TreeMap<>();

  Prober(ApiDocument document, String base, String token, RowChanges changes) {
    this.document = document;
    this.base = base;
    this.token = token;
    this.changes = changes;
  }

  /** How often each status came back. */
  Map<Integer, Integer> answers() {
    return answers;
  }

  /** What is wrong with the answer, or with the database after it; empty if nothing is. */
  List<String> faults(Operation operation, Attempt attempt) throws Exception {
    long before = changes.count();
    HttpResponse<String> response;
    try {
      response = client.send(request(operation, attempt), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      return List.of(operation + ", " + attempt + ": no answer, " + e);
    }
    answers.merge(response.statusCode(), 1, Integer::sum);
    return judge(operation, attempt, response, before).stream()
        .map(fault -> operation + ", " + attempt + ": " + fault)
        .toList();
  }

  private HttpRequest request(Operation operation, Attempt attempt) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + attempt.path()))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .method(
                operation.method(),
                attempt.body() == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(attempt.body()));
    attempt.headers().forEach(request::setHeader);
    return request.build();
  }

  private List<String> judge(
      Operation operation, Attempt attempt, HttpResponse<String> response, long before)
      throws SQLException {
    int status = response.statusCode();
    List<String> faults = new ArrayList<>();
    if (status >= 500) {
      faults.add(status + " " + response.body());
    } else if (status >= 400) {
      List<String> changed = changes.since(before);
      if (!changed.isEmpty()) {
        faults.add(status + ", but it changed rows: " + changed);
      }
      faults.addAll(refusal(operation, attempt, response));
    } else if (attempt.strict()) {
      faults.addAll(success(operation, response));
    }
    return faults;
  }

  private List<String> refusal(
      Operation operation, Attempt attempt, HttpResponse<String> response) {
    int status = response.statusCode();
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/problem+json")) {
      return List.of(status + " without a problem: " + type + " " + response.body());
    }
    String code = ApiDocument.parse(response.body()).path("code").asText();
    boolean known =
        List.of(ProblemCode.values()).stream()
            .anyMatch(one -> one.wire().equals(code) && one.status() == status);
    if (!known) {
      return List.of(status + " with the unknown code " + code);
    }
    JsonNode described =
        document.resolve(operation.node().path("responses").path(Integer.toString(status)));
    boolean named = described.findValues("enum").stream().anyMatch(codes -> names(codes, code));
    return named || !attempt.strict() ? List.of() : List.of(code + " is not described");
  }

  private static boolean names(JsonNode codes, String code) {
    for (JsonNode one : codes) {
      if (one.asText().equals(code)) {
        return true;
      }
    }
    return false;
  }

  private List<String> success(Operation operation, HttpResponse<String> response) {
    String status = Integer.toString(response.statusCode());
    JsonNode described = document.resolve(operation.node().path("responses").path(status));
    if (described.isMissingNode()) {
      return List.of(status + " is not described");
    }
    JsonNode schema = described.path("content").path("application/json").path("schema");
    return schema.isMissingNode()
        ? List.of()
        : Fits.faults(document, schema, ApiDocument.parse(response.body()));
  }

  @Override
  public void close() {
    client.close();
  }
}
