package io.kucun.gateway.session.wire;

import io.kucun.gateway.hub.Batch;
import io.kucun.gateway.protocol.CloseCode;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.quarkus.websockets.next.WebSocketConnection;

/**
 * A socket that is written to below Vert.x: frames whose bytes all clients share go straight into
 * the channel. It stands in the channel's pipeline to see when the channel is full and when anybody
 * closes the socket.
 */
final class SharedWire extends ChannelDuplexHandler implements Wire {

  /** Behind which Vert.x has its own handler of the connection. */
  private static final String VERTX_HANDLER = "handler";

  /** Closes connections on which nothing moves. */
  private static final String IDLE_HANDLER = "idle";

  private static final int CLOSING_SECONDS = 5;

  private final QuarkusSocket socket;
  private final Channel channel;
  private final Fanout fanout;
  private final WireLoop loop;
  private final Bounds bounds;
  private final WireMetrics metrics;
  private final ChannelPromise unheeded;
  private final Credit events;
  private final Credit control;
  private Runnable whenRoom = () -> {};

  /** Whether the hub's thread wants to be told of room. */
  private volatile boolean refused;

  // Below, touched on the loop only.
  private final ChannelHandlerContext encoder;
  private boolean unflushed;

  /** Bytes handed to the channel, ever. Others read it too, who may see it late. */
  private long written;

  private boolean full;
  private boolean closed;

  SharedWire(
      WebSocketConnection connection,
      ChannelHandlerContext encoder,
      Fanout fanout,
      Bounds bounds,
      WireMetrics metrics) {
    this.socket = new QuarkusSocket(connection);
    this.encoder = encoder;
    this.channel = encoder.channel();
    this.fanout = fanout;
    this.loop = fanout.loop(channel.eventLoop());
    this.bounds = bounds;
    this.metrics = metrics;
    this.events = new Credit(bounds.granted());
    this.control = new Credit(bounds.control());
    // A promise that nobody waits for: without it, each write would make one.
    this.unheeded = new VoidChannelPromise(channel, false);
  }

  /** Takes its place in the pipeline of its channel. On the loop. */
  void enter() {
    channel
        .config()
        .setWriteBufferWaterMark(new WriteBufferWaterMark(bounds.resume(), bounds.queued()));
    channel.pipeline().addBefore(VERTX_HANDLER, "kucun", this);
    // It does not see these writes, and pings and patience tell a dead socket sooner.
    if (channel.pipeline().get(IDLE_HANDLER) != null) {
      channel.pipeline().remove(IDLE_HANDLER);
    }
  }

  WireLoop loop() {
    return loop;
  }

  @Override
  public void whenRoom(Runnable action) {
    whenRoom = action;
  }

  @Override
  public boolean takes(int bytes) {
    if (events.covers(bytes)) {
      return true;
    }
    // The loop renews and then looks at the refusal: one of the two sees what the other has done.
    refused = true;
    return events.covers(bytes);
  }

  @Override
  public void send(Batch batch) {
    events.use(batch.size());
    fanout.add(this, batch);
  }

  @Override
  public boolean sendControl(String text) {
    Frame frame = Frame.control(text);
    if (!control.covers(frame.size())) {
      frame.bytes().release();
      return false;
    }
    control.use(frame.size());
    fanout.add(this, frame);
    return true;
  }

  /** On the hub's thread, after the loop saw that there is room. */
  void useRoom() {
    whenRoom.run();
  }

  /** A failure is not looked at: the channel closes then. */
  @SuppressWarnings("FutureReturnValueIgnored")
  void write(Frame frame) {
    if (closed) {
      return;
    }
    encoder.write(frame.bytes().retainedDuplicate(), unheeded);
    written += frame.size();
    (frame.isControl() ? control : events).spend(frame.size());
    loop.wrote(frame);
    if (!unflushed) {
      unflushed = true;
      loop.toFlush(this);
    }
  }

  void flush() {
    unflushed = false;
    encoder.flush();
    if (channel.isWritable()) {
      renew();
    }
  }

  private void renew() {
    control.renew();
    events.renew();
    if (refused) {
      refused = false;
      loop.hasRoom(this);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    // A closed channel is never writable, which is no news.
    setFull(channel.isOpen() && !channel.isWritable());
    if (!full) {
      renew();
    }
    ctx.fireChannelWritabilityChanged();
  }

  private void setFull(boolean isFull) {
    if (full != isFull) {
      full = isFull;
      metrics.unwritable(isFull ? 1 : -1);
    }
  }

  /** Whoever closes the socket, nothing is sent after it. */
  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
      throws Exception {
    closed |= message instanceof CloseWebSocketFrame;
    super.write(ctx, message, promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    closed = true;
    setFull(false);
    ctx.fireChannelInactive();
  }

  @Override
  public void ping(long number) {
    socket.ping(number);
  }

  @Override
  public void read(boolean on) {
    channel.config().setAutoRead(on);
  }

  @Override
  public void close(CloseCode code) {
    fanout.inTurn(() -> loop.execute(() -> end(code)));
  }

  private void end(CloseCode code) {
    socket.close(code);
    // A client that does not read never gets the close frame, and never answers it.
    loop.later(CLOSING_SECONDS, this::cut);
  }

  /** From below Vert.x, which would first wait some more for the client's close frame. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private void cut() {
    encoder.close();
  }

  @Override
  public long waiting() {
    return channel.isOpen() ? queued() + events.used() + control.used() : 0;
  }

  /** Netty counts to the byte beyond each of its marks. */
  private long queued() {
    return channel.isWritable()
        ? bounds.queued() - channel.bytesBeforeUnwritable() + 1
        : bounds.resume() + channel.bytesBeforeWritable() - 1;
  }

  @Override
  public long taken() {
    return written - queued();
  }

  @Override
  public boolean isFull() {
    return !channel.isWritable();
  }
}
