package io.kucun.gateway.session.wire;

import io.kucun.gateway.hub.Batch;
import io.kucun.gateway.hub.Message;
import io.kucun.gateway.protocol.CloseCode;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.WebSocketConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A socket that is written to through Quarkus, one text after the other, each by itself. */
final class PlainWire implements Wire {

  private final QuarkusSocket socket;
  private final @Nullable Channel channel;
  private final Executor hubThread;
  private final Bounds bounds;
  private final WireMetrics metrics;
  private final AtomicLong unsent = new AtomicLong();
  private final AtomicLong unsentControl = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();
  private volatile boolean refused;
  private volatile boolean closed;
  private Runnable whenRoom = () -> {};

  PlainWire(
      WebSocketConnection connection,
      @Nullable Channel channel,
      Executor hubThread,
      Bounds bounds,
      WireMetrics metrics) {
    this.socket = new QuarkusSocket(connection);
    this.channel = channel;
    this.hubThread = hubThread;
    this.bounds = bounds;
    this.metrics = metrics;
  }

  @Override
  public void whenRoom(Runnable action) {
    whenRoom = action;
  }

  @Override
  public boolean takes(int bytes) {
    int most = bounds.queued() + bounds.granted();
    if (fits(unsent, bytes, most)) {
      return true;
    }
    // Whoever sends makes room and then looks at the refusal: one of the two sees the other.
    refused = true;
    return fits(unsent, bytes, most);
  }

  private static boolean fits(AtomicLong waiting, int bytes, int most) {
    long now = waiting.get();
    return now == 0 || now + bytes <= most;
  }

  @Override
  public void send(Batch batch) {
    for (Message message : batch.messages()) {
      String text = new String(message.payload(), StandardCharsets.UTF_8);
      send(text, message.size(), unsent);
    }
  }

  @Override
  public boolean sendControl(String text) {
    if (!fits(unsentControl, text.length(), bounds.control())) {
      return false;
    }
    send(text, text.length(), unsentControl);
    return true;
  }

  private void send(String text, int size, AtomicLong waiting) {
    if (!closed) {
      waiting.addAndGet(size);
      socket
          .text(text)
          .subscribe()
          .with(ok -> sent(text, size, waiting), failure -> sent(text, size, waiting));
    }
  }

  private void sent(String text, int size, AtomicLong waiting) {
    metrics.wrote(1, 1, text.length(), 0);
    waiting.addAndGet(-size);
    taken.addAndGet(size);
    if (refused) {
      refused = false;
      hubThread.execute(whenRoom);
    }
  }

  @Override
  public void ping(long number) {
    socket.ping(number);
  }

  @Override
  public void read(boolean on) {
    if (channel != null) {
      channel.config().setAutoRead(on);
    }
  }

  @Override
  public void close(CloseCode code) {
    // In the turn of the hub's thread, so that what was handed over before leaves before.
    hubThread.execute(() -> {
      closed = true;
      socket.close(code);
    });
  }

  @Override
  public long waiting() {
    return unsent.get() + unsentControl.get();
  }

  @Override
  public long taken() {
    return taken.get();
  }

  @Override
  public boolean isFull() {
    return refused;
  }
}
