package io.kucun.gateway.session.entry;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Stands before the WebSocket endpoint: refuses with a problem, which the endpoint itself cannot,
 * or hands on a request whose user is known. That user never carries an expiry, or Quarkus would
 * close the socket in its own way.
 */
@Singleton
final class HandshakeRoute {

  private static final Set<String> NEEDED =
      Set.of("host", "connection", "upgrade", "sec-websocket-key", "sec-websocket-version");

  private final Gate gate;
  private final Refusals refusals;

  HandshakeRoute(Gate gate, Refusals refusals) {
    this.gate = gate;
    this.refusals = refusals;
  }

  void handle(RoutingContext ctx) {
    try {
      HttpServerRequest request = ctx.request();
      Credential.refuseTokenIn(Requests.query(ctx));
      checkIsHandshake(request);
      Visit visit = Visit.of(request);
      gate.checkOrigin(visit);
      Credential credential = Credential.ofHandshake(request.headers(), Requests.query(ctx));
      gate.admit(visit, credential)
          .emitOn(Requests.executor(ctx))
          .subscribe()
          .with(
              admission -> enter(ctx, admission),
              failure -> refusals.answer(failure, ctx.response()));
    } catch (RuntimeException e) {
      refusals.answer(e, ctx.response());
    }
  }

  private static void checkIsHandshake(HttpServerRequest request) {
    if (!HttpMethod.GET.equals(request.method())
        || !request.headers().contains("Sec-WebSocket-Key")
        || !"13".equals(request.getHeader("Sec-WebSocket-Version"))
        || !asksToUpgrade(request)
        || !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      throw new RefusedException(Refusal.UPGRADE_REQUIRED);
    }
  }

  /** Browsers may ask with {@code Connection: keep-alive, Upgrade}. */
  private static boolean asksToUpgrade(HttpServerRequest request) {
    return request.headers().getAll("Connection").stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .anyMatch(option -> option.strip().equalsIgnoreCase("upgrade"));
  }

  private static void enter(RoutingContext ctx, Admission admission) {
    // A socket whose request still has a user when it opens keeps the whole request as long as it
    // lives.
    Runnable forget = () -> ctx.remove(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
    SecurityIdentity user =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(admission.identity().name()))
            .addAttribute(UpgradeCheck.ADMISSION, admission)
            .addAttribute(UpgradeCheck.FORGET, forget)
            .build();
    ctx.put(QuarkusHttpUser.DEFERRED_IDENTITY_KEY, Uni.createFrom().item(user));
    keepFew(ctx.request().headers());
    ctx.next();
  }

  /** A socket keeps a copy of the headers of its request, of which the handshake needs these. */
  private static void keepFew(MultiMap headers) {
    for (String name : List.copyOf(headers.names())) {
      if (!NEEDED.contains(name.toLowerCase(Locale.ROOT))) {
        headers.remove(name);
      }
    }
  }
}
