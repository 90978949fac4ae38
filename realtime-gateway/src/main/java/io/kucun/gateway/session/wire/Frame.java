package io.kucun.gateway.session.wire;

import io.kucun.gateway.hub.Batch;
import io.kucun.gateway.hub.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.charset.StandardCharsets;

/**
 * Text frames in one buffer, as a server sends them (RFC 6455, 5.2: final, unmasked, so the same
 * for every client).
 *
 * @param size what it counts for, in bytes
 * @param ts when the newest event in it happened; 0 if it does not tell how long events take
 */
record Frame(ByteBuf bytes, int messages, int size, long ts, boolean isControl) {

  private static final int FINAL_TEXT = 0x81;
  private static final int TWO_BYTES_FOLLOW = 126;
  private static final int EIGHT_BYTES_FOLLOW = 127;
  private static final int LONGEST_HEADER = 10;

  static Frame of(Batch batch) {
    ByteBuf bytes = PooledByteBufAllocator.DEFAULT.directBuffer(batch.size());
    for (Message message : batch.messages()) {
      append(bytes, message.payload());
    }
    long ts = batch.isLive() ? batch.messages().getLast().ts() : 0;
    return new Frame(bytes, batch.messages().size(), batch.size(), ts, false);
  }

  static Frame control(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    int size = payload.length + LONGEST_HEADER;
    ByteBuf bytes = PooledByteBufAllocator.DEFAULT.directBuffer(size);
    append(bytes, payload);
    return new Frame(bytes, 1, size, 0, true);
  }

  private static void append(ByteBuf bytes, byte[] payload) {
    bytes.writeByte(FINAL_TEXT);
    if (payload.length < TWO_BYTES_FOLLOW) {
      bytes.writeByte(payload.length);
    } else if (payload.length < 1 << 16) {
      bytes.writeByte(TWO_BYTES_FOLLOW).writeShort(payload.length);
    } else {
      bytes.writeByte(EIGHT_BYTES_FOLLOW).writeLong(payload.length);
    }
    bytes.writeBytes(payload);
  }
}
