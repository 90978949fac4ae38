package io.kucun.inventory.startup;

import io.kucun.inventory.redis.Backoff;
import io.kucun.inventory.redis.Reason;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The issuer of tokens: waited for until its keys can be read, which is needed before the first
 * request.
 */
@ApplicationScoped
class Issuer {
  private static final Logger LOG = Logger.getLogger(Issuer.class);
  private static final int TIMEOUT_MILLIS = 2_000;

  private final Vertx vertx;
  private final HttpClient http;
  private final String discovery;
  private final boolean needed;
  private final String name;
  private final Part part;
  private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(3));
  private volatile boolean stopped;

  Issuer(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> server,
      @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> name,
      @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> givenKey) {
    this.vertx = vertx;
    this.http = vertx.createHttpClient();
    String url = server.orElse("none");
    this.discovery = url.replaceAll("/+$", "") + "/.well-known/openid-configuration";
    this.needed = givenKey.isEmpty();
    this.name = name.orElse("");
    this.part = new Part("The OIDC issuer", url);
  }

  boolean isReady() {
    return !needed || part.isThere();
  }

  void start(@Observes StartupEvent event) {
    if (needed) {
      probe();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  private void probe() {
    if (stopped) {
      return;
    }
    RequestOptions request =
        new RequestOptions()
            .setAbsoluteURI(discovery)
            .setMethod(HttpMethod.GET)
            .setTimeout(TIMEOUT_MILLIS);
    http.request(request)
        .flatMap(io.vertx.mutiny.core.http.HttpClientRequest::send)
        .subscribe()
        .with(this::answered, failure -> missed(Reason.of(failure)));
  }

  private void answered(HttpClientResponse response) {
    if (response.statusCode() != 200) {
      missed("it answers " + response.statusCode());
      return;
    }
    response
        .body()
        .ifNoItem()
        .after(Duration.ofMillis(TIMEOUT_MILLIS))
        .fail()
        .onFailure()
        .invoke(() -> response.request().reset())
        .map(body -> body.toJsonObject().getString("issuer", ""))
        .subscribe()
        .with(this::found, failure -> missed(Reason.of(failure)));
  }

  /** Where it is reached by another name than browsers use it may call itself by that one. */
  private void found(@Nullable String itself) {
    if (!name.equals(itself)) {
      LOG.warnf(
          "OIDC_ISSUER is %s, but the issuer calls itself %s: tokens that say so are refused, so"
              + " correct OIDC_ISSUER, letter by letter, unless they say otherwise",
          name, itself);
    }
    part.found();
  }

  private void missed(String reason) {
    part.missed(reason, Remedy.ISSUER);
    vertx.setTimer(backoff.nextMillis(), timer -> probe());
  }
}
