package io.kucun.local.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** An issuer that a variable names, where the services look for it. */
record GivenIssuer(GivenServer server) {
  private static final int PATIENCE_SECONDS = 5;
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
    return server.fault().or(() -> document().flatMap(GivenIssuer::trouble).map(this::fault));
  }

  private String fault(String trouble) {
    return "%s names no issuer, or one that is not up yet (%s): wait for it, %s"
        .formatted(server.variable(), trouble, server.remedy());
  }

  /**
   * Where every issuer tells about itself (OpenID Connect Discovery 1.0, section 4); none if the
   * address is one that the services refuse, and perhaps with a password.
   */
  private Optional<URI> document() {
    return server
        .place()
        .map(place -> URI.create(server.address()))
        .filter(url -> url.getScheme().matches("https?") && url.getRawUserInfo() == null)
        .map(url ->
            URI.create(url.toString().replaceAll("/+$", "") + "/.well-known/openid-configuration"));
  }

  private static Optional<String> trouble(URI document) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    try {
      int status =
          client
              .sendAsync(
                  HttpRequest.newBuilder(document).build(), HttpResponse.BodyHandlers.discarding())
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .statusCode();
      return status == OK
          ? Optional.empty()
          : Optional.of("GET %s is answered %d".formatted(document, status));
    } catch (ExecutionException e) {
      return noAnswer(document, e.getCause());
    } catch (TimeoutException e) {
      return noAnswer(document, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while " + document + " was read");
    } finally {
      client.shutdownNow();
    }
  }

  /** The services may have been told of certificates that are unknown here. */
  private static Optional<String> noAnswer(URI document, @Nullable Throwable why) {
    boolean secured =
        why instanceof SSLException || (why != null && why.getCause() instanceof SSLException);
    return secured ? Optional.empty() : Optional.of("GET %s gets no answer".formatted(document));
  }
}
