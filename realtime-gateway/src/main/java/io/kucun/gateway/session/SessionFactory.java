package io.kucun.gateway.session;

import io.kucun.gateway.access.Grants;
import io.kucun.gateway.access.Identity;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.protocol.CommandReader;
import io.kucun.gateway.session.entry.Revocations;
import io.kucun.gateway.session.entry.TokenVerifier;
import io.kucun.gateway.session.entry.UpgradeCheck;
import io.kucun.gateway.session.limits.TokenBucket;
import io.kucun.gateway.session.wire.Wire;
import io.kucun.gateway.session.wire.Wires;
import io.quarkus.runtime.Startup;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/** Makes sessions, and the commands they understand, from the configuration. */
@Startup
@Singleton
final class SessionFactory {

  /** Room in the first part of a socket's queue of inbound messages; it grows by such parts. */
  private static final int QUEUE = 8;

  private final SessionConfig config;
  private final HubThread hub;
  private final Wires wires;
  private final RandomGenerator random = RandomGenerator.getDefault();

  SessionFactory(SessionConfig config, HubThread hub, Wires wires) {
    this.config = config;
    this.hub = hub;
    this.wires = wires;
    // WebSockets Next makes a queue for each socket, which hardly ever holds anything.
    Infrastructure.setBufferSizeS(QUEUE);
  }

  @Produces
  @Singleton
  Commands commands(
      Grants grants,
      TokenVerifier tokens,
      Revocations revocations,
      Pursuit pursuit,
      RefusedChannels refused) {
    return new Commands(
        new CommandReader(config.maxChannels()),
        new Subscriber(grants, pursuit, config.maxChannels(), refused::count),
        new Renewal(grants, tokens, revocations),
        config.maxCommandBytes());
  }

  Session open(WebSocketConnection connection, Identity identity) {
    long every = config.pingEvery().toMillis();
    Wire wire = wires.open(connection, connection.userData().get(UpgradeCheck.CHANNEL));
    long firstPing = Heartbeat.millis() + random.nextLong(every);
    Session session =
        new Session(
            connection.id(),
            new Term(identity, config.tokenGrace().toMillis(), System::currentTimeMillis, random),
            wire,
            new Pulse(every, config.pongWithin().toMillis(), firstPing),
            new Patience(config.stalledAtMost().toMillis()),
            new TokenBucket(config.commandsPerSecond(), config.commandBurst(), System::nanoTime),
            hub);
    session.open(every);
    return session;
  }
}
