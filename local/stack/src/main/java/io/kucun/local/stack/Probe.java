package io.kucun.local.stack;

import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a part whether it serves. */
public final class Probe implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final Settings settings;

  /** Of the system with those settings. */
  public Probe(Settings settings) {
    this.settings = settings;
  }

  /** Whether it answers as that part of this system does. */
  public boolean isReady(Part part) {
    return switch (part) {
      case POSTGRES -> Ports.answers(port(settings.databaseUrl(), 5432));
      case REDIS -> RedisServer.pongs(port(settings.redisUrl(), 6379));
      case KEYCLOAK ->
          answers(
              settings.issuer() + "/.well-known/openid-configuration",
              "\"issuer\":\"" + settings.issuer() + "\"");
      case API, GATEWAY -> answers(settings.healthUrl(part), "\"checks\"");
    };
  }

  private boolean answers(String url, String expected) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200 && response.body().contains(expected);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int port(String url, int standard) {
    int port = URI.create(url).getPort();
    return port < 0 ? standard : port;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
