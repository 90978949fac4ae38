package io.kucun.gateway.session.wire;

import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.protocol.CloseCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Makes the wires of this node's sockets. */
@Singleton
public final class Wires {

  /** What turns frames into bytes; what is written there passes it by. */
  private static final String ENCODER = "wsencoder";

  private final Executor hubThread;
  private final WireMetrics metrics;
  private final Bounds bounds;
  private final boolean sharedFrames;
  private final Fanout fanout;

  Wires(WireConfig config, HubThread hub, MeterRegistry registry) {
    this.hubThread = hub.executor();
    this.metrics = new WireMetrics(registry);
    this.bounds = Bounds.of(config.maxBytesPerClient());
    this.sharedFrames = config.sharedFrames();
    this.fanout = new Fanout(hubThread, metrics);
  }

  /** Closes a socket that has no wire. */
  public static void close(WebSocketConnection connection, CloseCode code) {
    new QuarkusSocket(connection).close(code);
  }

  /**
   * The wire of a socket that has just been opened, on its event loop.
   *
   * @param channel what the socket's upgrade came through, if that is known
   */
  public Wire open(WebSocketConnection connection, @Nullable Channel channel) {
    ChannelHandlerContext encoder =
        sharedFrames && channel != null ? channel.pipeline().context(ENCODER) : null;
    if (encoder == null) {
      return new PlainWire(connection, channel, hubThread, bounds, metrics);
    }
    SharedWire wire = new SharedWire(connection, encoder, fanout, bounds, metrics);
    wire.enter();
    return wire;
  }
}
