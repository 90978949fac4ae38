package io.kucun.gateway;

import io.kucun.gateway.access.Grants;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.session.InnerGateway;
import io.kucun.gateway.session.Residents;
import io.kucun.gateway.source.RedisLog;
import io.kucun.gateway.source.RedisSource;
import io.vertx.core.Vertx;
import java.util.function.Consumer;

/** Another gateway on the same Redis, wired like the real one but without sockets. */
final class SecondGateway implements Door, AutoCloseable {

  /** What ends when it is stopped. */
  private record Life(
      Wiring wiring, RedisClients clients, HubThread hub, RedisSource source, InnerGateway inner) {}

  private final GatewayConfig config;
  private final Vertx vertx;
  private Life life;

  SecondGateway(GatewayConfig config, Vertx vertx) {
    this.config = config;
    this.vertx = vertx;
    this.life = begin();
  }

  private Life begin() {
    Wiring wiring = new Wiring(config, vertx);
    Grants grants = wiring.grants();
    RedisClients clients = wiring.redisClients();
    RedisLog log = wiring.redisLog(clients);
    HubThread hub = wiring.hubThread(grants, log);
    Residents residents = new Residents();
    RedisSource source = wiring.redisSource(clients, log, hub, grants, residents.disconnects());
    source.start();
    InnerGateway inner = new InnerGateway(hub, grants, wiring.pursuit(source), residents);
    return new Life(wiring, clients, hub, source, inner);
  }

  HubThread hub() {
    return life.hub;
  }

  RedisSource source() {
    return life.source;
  }

  /** Another process in its place, which knows nothing. */
  void restart() {
    close();
    life = begin();
  }

  @Override
  public Line enter(String user, String role, Consumer<String> frames) {
    InnerGateway.Inside inside = life.inner.open("sub-" + user, role, frames);
    return new Line() {
      @Override
      public void send(String command) {
        inside.send(command);
      }

      @Override
      public boolean isClosed() {
        return inside.isClosed();
      }

      @Override
      public void close() {
        inside.close();
      }
    };
  }

  @Override
  public void close() {
    life.source.stop();
    life.wiring.close(life.clients);
  }
}
