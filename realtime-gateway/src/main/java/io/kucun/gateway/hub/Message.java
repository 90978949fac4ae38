package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One event as a channel keeps it and members are handed it: its text in UTF-8, encoded once for
 * all of them. Immutable.
 */
public final class Message {

  /** The most that a frame adds to its payload. */
  private static final int HEADER = 10;

  private final long sequence;
  private final long offset;
  private final boolean positioned;
  private final @Nullable String key;
  private final @Nullable String owner;
  private final long ts;
  private final byte[] payload;

  /**
   * Encodes an event.
   *
   * @param sequence its place among all messages of the channel in this process
   * @param lastOffset the offset of the numbered event before it
   */
  Message(Envelope event, long sequence, long lastOffset) {
    Position position = event.position();
    this.sequence = sequence;
    this.positioned = position != null;
    this.offset = position == null ? lastOffset : position.offset();
    this.key = event.key();
    this.owner = event.owner();
    this.ts = event.ts();
    this.payload = event.text().getBytes(StandardCharsets.UTF_8);
  }

  long sequence() {
    return sequence;
  }

  /** Its offset; of an event that has none, the offset of the numbered event before it. */
  long offset() {
    return offset;
  }

  /** Whether it is part of the channel's numbering; otherwise it is live only. */
  boolean isPositioned() {
    return positioned;
  }

  @Nullable String key() {
    return key;
  }

  @Nullable String owner() {
    return owner;
  }

  /** When it happened, in milliseconds of the epoch. */
  public long ts() {
    return ts;
  }

  /** The text in UTF-8. Shared by all: not to be written to. */
  public byte[] payload() {
    return payload;
  }

  /** The most that its frame takes up, in bytes. */
  public int size() {
    return payload.length + HEADER;
  }
}
