package io.kucun.local.bench.fanout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One client as its fleet's thread keeps it: where it is, and what it expects. */
final class Client {
  enum State {
    CONNECTING,
    UPGRADING,
    OPEN,
    CLOSING,
    GONE
  }

  private static final byte[] NOTHING = {};

  private final SocketChannel channel;
  private final ByteBuffer handshake;
  private State state = State.CONNECTING;
  private byte[] rest = NOTHING;
  private long next = -1;

  Client(SocketChannel channel, ByteBuffer handshake) {
    this.channel = channel;
    this.handshake = handshake;
  }

  State state() {
    return state;
  }

  void enter(State entered) {
    state = entered;
  }

  SocketChannel channel() {
    return channel;
  }

  void upgrade() throws IOException {
    state = State.UPGRADING;
    send(handshake);
  }

  /** What a client sends is far less than what fits its socket, unless nothing is read there. */
  void send(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    if (bytes.hasRemaining()) {
      throw new IOException("the server does not read");
    }
  }

  /** Reads behind what was left over last time; false at the end. */
  boolean read(ByteBuffer buffer) throws IOException {
    buffer.clear().put(rest);
    boolean open = channel.read(buffer) >= 0;
    buffer.flip();
    return open;
  }

  void keep(ByteBuffer buffer) {
    int left = buffer.remaining();
    if (left != rest.length) {
      rest = left == 0 ? NOTHING : new byte[left];
    }
    buffer.get(rest);
  }

  /** Whether a message has arrived. */
  boolean hasHeard() {
    return next >= 0;
  }

  /** Takes a message; false if it is not the one that follows. */
  boolean take(long offset) {
    boolean follows = next < 0 || offset == next;
    next = offset + 1;
    return follows;
  }
}
