package io.kucun.local.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;

/** The one HTTP client of this process: HTTP/1.1, kept-alive connections. */
final class Http {
  /** How long one request may take. */
  static final Duration LIMIT = Duration.ofSeconds(30);

  static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(
              Executors.newCachedThreadPool(
                  Thread.ofPlatform().daemon().name("http-", 0).factory()))
          .build();

  private Http() {}

  /** Sends and waits; an interrupt ends the wait. */
  static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException("interrupted", e);
    }
  }
}
