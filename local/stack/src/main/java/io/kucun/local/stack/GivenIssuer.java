package io.kucun.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** An issuer that a variable names, where the services look for it. */
record GivenIssuer(GivenServer server) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  static GivenIssuer of(Settings settings) {
    String elsewhere = settings.environment().getOrDefault("OIDC_SERVER_URL", "").strip();
    return new GivenIssuer(
        elsewhere.isEmpty()
            ? new GivenServer(
                "OIDC_ISSUER",
                settings.issuer(),
                "start that issuer, or unset OIDC_ISSUER to have Keycloak started")
            : new GivenServer(
                "OIDC_SERVER_URL", elsewhere, "start that issuer, or correct OIDC_SERVER_URL"));
  }

  /** That it is not there, or what is there is no issuer. */
  Optional<String> fault() {
    return server.fault().or(this::noDiscovery);
  }

  /** OpenID Connect Discovery 1.0, section 4: where every issuer tells about itself. */
  private Optional<String> noDiscovery() {
    if (server.place().isEmpty()) {
      return Optional.empty();
    }
    URI document =
        URI.create(server.address().replaceAll("/+$", "") + "/.well-known/openid-configuration");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(document).timeout(PATIENCE).build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status == OK
          ? Optional.empty()
          : Optional.of(fault(document, "is answered " + status));
    } catch (SSLException e) {
      // The services may have been told of certificates that are unknown here.
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(fault(document, "gets no answer"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while " + document + " was read");
    }
  }

  private String fault(URI document, String what) {
    return "%s names no issuer, for GET %s %s: %s"
        .formatted(server.variable(), document, what, server.remedy());
  }
}
