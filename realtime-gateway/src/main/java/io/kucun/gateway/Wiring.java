package io.kucun.gateway;

import io.kucun.gateway.access.Grants;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.hub.LogLimits;
import io.kucun.gateway.session.entry.TicketStore;
import io.kucun.gateway.source.RedisSource;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the plain classes from the configuration. */
@Singleton
final class Wiring {

  private static final int CONNECT_MILLIS = 2000;
  private static final int WAITING_FOR_A_CONNECTION = 2048;

  private final GatewayConfig config;
  private final Vertx vertx;
  private final Context hubContext;

  Wiring(GatewayConfig config, Vertx vertx) {
    this.config = config;
    this.vertx = vertx;
    // The hub needs one thread of its own choice, whichever thread the container makes this bean
    // on.
    this.hubContext = ((VertxInternal) vertx).createEventLoopContext();
  }

  @Produces
  @Singleton
  Grants grants() {
    return Grants.parse(config.channels());
  }

  @Produces
  @Singleton
  HubThread hubThread(Grants grants) {
    LogLimits limits = new LogLimits(config.logEvents(), config.logChars(), config.replayChars());
    Hub hub = new Hub(grants.channels(), limits);
    return new HubThread(hub, task -> hubContext.runOnContext(v -> task.run()));
  }

  @Produces
  @Singleton
  RedisClients redisClients() {
    RedisUrl url = RedisUrl.parse(config.redisUrl());
    return new RedisClients(
        Redis.createClient(vertx, options(url, "commands").setMaxPoolSize(config.redisPoolSize())),
        Redis.createClient(vertx, options(url, "subscription").setMaxPoolSize(1)));
  }

  private static RedisOptions options(RedisUrl url, String name) {
    return url.options()
        .setPoolName(name)
        .setMaxPoolWaiting(WAITING_FOR_A_CONNECTION)
        .setNetClientOptions(
            new NetClientOptions()
                .setMetricsName("redis|" + name)
                .setConnectTimeout(CONNECT_MILLIS)
                .setTcpNoDelay(true));
  }

  void close(@Disposes RedisClients clients) {
    clients.close();
  }

  @Produces
  @Singleton
  TicketStore ticketStore(RedisClients clients) {
    return new RedisTicketStore(clients.commands(), config.namespace());
  }

  @Produces
  @Singleton
  RedisSource redisSource(RedisClients clients, HubThread hubThread, Grants grants) {
    RedisSource.Settings settings =
        new RedisSource.Settings(
            config.namespace(), grants.channels(), config.logEvents(), config.checkEvery());
    return new RedisSource(
        vertx, hubContext, hubThread, clients.commands(), clients.subscription(), settings);
  }
}
