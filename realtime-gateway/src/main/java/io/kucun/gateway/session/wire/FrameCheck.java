package io.kucun.gateway.session.wire;

import io.kucun.gateway.protocol.CloseCode;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a socket whose client breaks the protocol of WebSocket, or sends what is not text, with a
 * code of ours. Vert.x, before which it stands in the channel's pipeline, would cut the socket off,
 * or take no notice.
 */
public final class FrameCheck extends ChannelInboundHandlerAdapter {

  private static final String VERTX_HANDLER = "handler";

  /** Parts of a message that are smaller, in bytes, cost more than they bring. */
  private static final int SMALL_PART = 64;

  private final Consumer<CloseCode> close;
  private final Runnable idle;
  private boolean broken;
  private boolean beginIsDue;

  private FrameCheck(Consumer<CloseCode> close, Runnable idle) {
    this.close = close;
    this.idle = idle;
  }

  /**
   * Begins to check a socket that has just been opened, on its event loop.
   *
   * @param channel what the socket's upgrade came through; without it nothing is checked
   * @param idle is told of each frame that brings hardly anything
   */
  public static void begin(@Nullable Channel channel, Consumer<CloseCode> close, Runnable idle) {
    if (channel != null && channel.pipeline().context(VERTX_HANDLER) != null) {
      channel.pipeline().addBefore(VERTX_HANDLER, "kucun-check", new FrameCheck(close, idle));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof WebSocketFrame frame && isWrong(frame)) {
      end(CloseCode.BAD_REQUEST);
    }
    if (broken && !(message instanceof CloseWebSocketFrame)) {
      ReferenceCountUtil.release(message);
    } else if (message instanceof WebSocketFrame frame && !frame.isFinalFragment()) {
      passPart(ctx, frame);
    } else {
      passLast(ctx, message);
    }
  }

  /** Reserved bits mean something in extensions only, and none was agreed on. */
  private static boolean isWrong(WebSocketFrame frame) {
    return frame.rsv() != 0 || frame instanceof BinaryWebSocketFrame;
  }

  /** Vert.x loses a message whose first part is empty: so that one is left out. */
  private void passPart(ChannelHandlerContext ctx, WebSocketFrame frame) {
    if (frame.content().readableBytes() < SMALL_PART) {
      idle.run();
    }
    boolean first = frame instanceof TextWebSocketFrame || beginIsDue;
    if (first && !frame.content().isReadable()) {
      beginIsDue = true;
      frame.release();
    } else {
      passLast(ctx, frame);
    }
  }

  private void passLast(ChannelHandlerContext ctx, Object message) {
    if (beginIsDue && message instanceof ContinuationWebSocketFrame next) {
      beginIsDue = false;
      ctx.fireChannelRead(new TextWebSocketFrame(next.isFinalFragment(), 0, next.content()));
    } else {
      ctx.fireChannelRead(message);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      boolean large = WebSocketCloseStatus.MESSAGE_TOO_BIG.equals(corrupted.closeStatus());
      end(large ? CloseCode.TOO_BIG : CloseCode.BAD_REQUEST);
    } else {
      ctx.fireExceptionCaught(cause);
    }
  }

  private void end(CloseCode code) {
    if (!broken) {
      broken = true;
      close.accept(code);
    }
  }
}
