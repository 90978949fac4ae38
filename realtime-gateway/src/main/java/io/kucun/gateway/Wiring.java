package io.kucun.gateway;

import io.kucun.gateway.access.Grants;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.hub.LogLimits;
import io.kucun.gateway.session.Disconnects;
import io.kucun.gateway.session.Pursuit;
import io.kucun.gateway.session.entry.ControlChannel;
import io.kucun.gateway.session.entry.TicketStore;
import io.kucun.gateway.source.RedisLog;
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
  // Of their own, so that thousands of tickets are not waited for.
  private static final int LOG_CONNECTIONS = 4;
  // A connection on which nothing arrives for so long hangs: those that merely rest are closed by
  // the pool before.
  private static final int HUNG_SECONDS = 15;
  private static final int RESTED_MILLIS = 10_000;
  private static final int LOOK_FOR_RESTED_MILLIS = 2_000;

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
  HubThread hubThread(Grants grants, RedisLog log) {
    int ticks = (int) Math.max(1, config.logAge().dividedBy(RedisSource.TURN));
    LogLimits limits =
        new LogLimits(config.logEvents(), config.logBytes(), ticks, config.replayBytes());
    Hub hub = new Hub(grants.channels(), limits, log, config.olderBytes(), this::onHubThread);
    return new HubThread(hub, this::onHubThread);
  }

  private void onHubThread(Runnable task) {
    hubContext.runOnContext(v -> task.run());
  }

  @Produces
  @Singleton
  RedisLog redisLog(RedisClients clients) {
    return new RedisLog(
        clients.logs(),
        config.namespace(),
        config.logEvents(),
        config.logBytes(),
        this::onHubThread);
  }

  @Produces
  @Singleton
  RedisClients redisClients() {
    return new RedisClients(
        pool("commands", config.redisPoolSize()),
        pool("logs", LOG_CONNECTIONS),
        this::subscription);
  }

  private Redis pool(String name, int size) {
    RedisOptions options = options(name).setMaxPoolSize(size);
    options
        .setPoolRecycleTimeout(RESTED_MILLIS)
        .setPoolCleanerInterval(LOOK_FOR_RESTED_MILLIS)
        .getNetClientOptions()
        .setReadIdleTimeout(HUNG_SECONDS);
    return Redis.createClient(vertx, options);
  }

  private Redis subscription() {
    return Redis.createClient(vertx, options("subscription").setMaxPoolSize(1));
  }

  private RedisOptions options(String name) {
    return RedisUrl.parse(config.redisUrl())
        .options()
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
  ControlChannel controlChannel(RedisClients clients) {
    return new RedisControl(clients.commands(), config.namespace());
  }

  @Produces
  @Singleton
  Pursuit pursuit(RedisSource source) {
    return source::pursue;
  }

  @Produces
  @Singleton
  RedisSource redisSource(
      RedisClients clients,
      RedisLog log,
      HubThread hubThread,
      Grants grants,
      Disconnects disconnects) {
    RedisSource.Settings settings =
        new RedisSource.Settings(
            config.namespace(),
            RedisUrl.parse(config.redisUrl()).toString(),
            grants.channels(),
            config.checkEvery());
    return new RedisSource(
        vertx,
        hubContext,
        hubThread,
        log,
        clients.subscriptions(),
        settings,
        disconnects::take,
        new ClusterRefusal(config.redisUrl()));
  }
}
