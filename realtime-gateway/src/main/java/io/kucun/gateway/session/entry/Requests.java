package io.kucun.gateway.session.entry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.concurrent.Executor;

/** What several routes need of a request. */
final class Requests {

  private Requests() {}

  static MultiMap query(RoutingContext ctx) {
    try {
      return ctx.queryParams();
    } catch (HttpException | IllegalArgumentException e) {
      throw new RefusedException(Refusal.BAD_REQUEST);
    }
  }

  /** The whole body, if it is not larger. To be subscribed to before anything is waited for. */
  static Uni<byte[]> body(HttpServerRequest request, int mostBytes) {
    return Uni.createFrom()
        .emitter(emitter -> {
          Buffer body = Buffer.buffer();
          request
              .exceptionHandler(e -> emitter.fail(new RefusedException(Refusal.BAD_REQUEST)))
              .handler(part -> {
                if (body.length() + part.length() > mostBytes) {
                  emitter.fail(new RefusedException(Refusal.PAYLOAD_TOO_LARGE));
                } else {
                  body.appendBuffer(part);
                }
              })
              .endHandler(end -> emitter.complete(body.getBytes()))
              .resume();
        });
  }

  /** Brings an answer from elsewhere back to the request's event loop. */
  static Executor executor(RoutingContext ctx) {
    Context context = ctx.vertx().getOrCreateContext();
    return task -> context.runOnContext(v -> task.run());
  }
}
