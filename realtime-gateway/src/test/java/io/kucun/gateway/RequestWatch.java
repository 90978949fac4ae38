package io.kucun.gateway;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sees every request for a socket, and does not keep it. */
@Singleton
class RequestWatch {

  private static final int BEFORE_ALL = -1_000;

  private final List<WeakReference<RoutingContext>> requests = new CopyOnWriteArrayList<>();

  void register(@Observes Router router) {
    router
        .route("/ws")
        .order(BEFORE_ALL)
        .handler(ctx -> {
          requests.add(new WeakReference<>(ctx));
          ctx.next();
        });
  }

  WeakReference<RoutingContext> latest() {
    return requests.getLast();
  }
}
