package io.kucun.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;

/** The HTTP API of inventory-api, as one user. */
public final class Api {
  private static final int ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLIS = 200;

  private final URI base;
  private final Tokens tokens;
  private final AtomicLong requests = new AtomicLong();

  /** At the public address of the service. */
  public Api(String url, Tokens tokens) {
    this.base = URI.create(url + "/api/v1/");
    this.tokens = tokens;
  }

  /** How many requests were answered. */
  public long requests() {
    return requests.get();
  }

  /** {@code GET} of a path below {@code /api/v1/}. */
  public Reply get(String path) {
    return send(request(path).GET(), path);
  }

  /** {@code POST} of a JSON body. */
  public Reply post(String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
        path);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Http.LIMIT);
  }

  /** Repeats only what certainly had no effect: no connection, 429 and 503. */
  private Reply send(HttpRequest.Builder request, String path) {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response =
            Http.send(request.copy().header("Authorization", "Bearer " + tokens.current()).build());
        boolean again = response.statusCode() == 429 || response.statusCode() == 503;
        if (!again || attempt == ATTEMPTS) {
          requests.incrementAndGet();
          return Reply.of(response);
        }
      } catch (ConnectException e) {
        if (attempt == ATTEMPTS) {
          throw new ClientException(base + " does not answer: is Kucun up?", e);
        }
      } catch (IOException e) {
        throw new ClientException("no answer to " + path + ": " + e.getMessage(), e);
      }
      pause(FIRST_PAUSE_MILLIS << attempt);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException("interrupted", e);
    }
  }
}
