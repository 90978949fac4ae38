package io.kucun.inventory.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;

/** An HTTP server on one event loop. */
final class Front extends AbstractVerticle {
  private final int port;
  private final Answers answers;

  Front(int port, Answers answers) {
    this.port = port;
    this.answers = answers;
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .createHttpServer()
        .requestHandler(this::answer)
        .listen(port, "127.0.0.1")
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void answer(HttpServerRequest request) {
    switch (String.valueOf(request.path())) {
      case "/read" -> answers.read(request);
      case "/reads" -> answers.reads(request);
      case "/mget" -> answers.mget(request);
      case "/bytes" -> answers.bytes(request);
      default -> request.response().setStatusCode(404).end();
    }
  }
}
