package io.kucun.gateway.session.entry;

import io.netty.channel.Channel;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;

/**
 * Hands the admission from the handshake to the socket. A request that came past the gate has none,
 * and gets no socket.
 */
@Singleton
public final class UpgradeCheck implements HttpUpgradeCheck {

  /** Where the socket finds its admission. */
  public static final UserData.TypedKey<Admission> KEY = new UserData.TypedKey<>("kucun.admission");

  /** Where the socket finds the channel below it. */
  public static final UserData.TypedKey<Channel> CHANNEL = new UserData.TypedKey<>("kucun.channel");

  private static final UserData.TypedKey<MultiMap> HEADERS =
      new UserData.TypedKey<>("kucun.headers");

  static final String ADMISSION = "kucun.admission";

  /** What makes the request forget its user. */
  static final String FORGET = "kucun.forget";

  /** Lets go of what only a socket that is opening needs. */
  public static void release(UserData data) {
    data.remove(CHANNEL);
    MultiMap headers = data.remove(HEADERS);
    if (headers != null) {
      headers.clear();
    }
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    // Not a part of the API of Vert.x: without it the socket is written to frame by frame.
    if (context.httpRequest().connection() instanceof ConnectionBase connection) {
      context.userData().put(CHANNEL, connection.channel());
    }
    context.userData().put(HEADERS, context.httpRequest().headers());
    return context.securityIdentity().map(user -> check(user, context.userData()));
  }

  private static CheckResult check(SecurityIdentity user, UserData data) {
    Admission admission = user.getAttribute(ADMISSION);
    if (admission == null) {
      return CheckResult.rejectUpgradeSync(Refusal.UNAUTHENTICATED.status());
    }
    data.put(KEY, admission);
    Runnable forget = user.getAttribute(FORGET);
    forget.run();
    return CheckResult.permitUpgradeSync();
  }
}
