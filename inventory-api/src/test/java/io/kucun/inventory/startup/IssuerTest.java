package io.kucun.inventory.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Eventually;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The issuer")
class IssuerTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    vertx.closeAndAwait();
  }

  private int serve() {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(request -> answer(request.getDelegate()))
            .listenAndAwait(0);
    return server.actualPort();
  }

  /** The first answer is announced longer than it is. */
  private void answer(HttpServerRequest request) {
    if (asked.getAndIncrement() == 0) {
      request.response().putHeader("Content-Length", "1000").write("{");
    } else {
      request.response().end("{\"issuer\":null}");
    }
  }

  @Test
  @DisplayName("is asked again when its answer has no end, and need not say its name")
  void asksAgain() {
    String url = "http://localhost:" + serve();
    Issuer issuer = new Issuer(vertx, Optional.of(url), Optional.of(url), Optional.empty());
    issuer.start(new StartupEvent());
    Eventually.holds(() -> assertThat(issuer.isReady()).isTrue());
    assertThat(asked).hasValue(2);
    issuer.stop(new ShutdownEvent());
  }
}
