package io.kucun.local.bench.fanout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what arrives at the clients of a fleet. One thread; counts may be read by any. */
final class Reading {
  private static final byte[] UPGRADED = "HTTP/1.1 101 ".getBytes(StandardCharsets.US_ASCII);
  private static final int END_OF_HEAD = 0x0d0a0d0a;

  private final ByteBuffer buffer;
  private final FrameScanner frames = new FrameScanner();
  private Tally tally;
  private int heardNow;
  private long faultsNow;
  private volatile int heard;
  private volatile long faults;

  Reading(Tally tally, ByteBuffer buffer) {
    this.tally = tally;
    this.buffer = buffer;
  }

  void count(Tally next) {
    tally = next;
  }

  /** Lets others see what was counted. */
  void show() {
    heard = heardNow;
    faults = faultsNow;
    tally.show();
  }

  /** How many clients have got any message. */
  int heard() {
    return heard;
  }

  long faults() {
    return faults;
  }

  /** Takes what a client's socket holds; false if the server has closed it. */
  boolean read(Client client) throws IOException {
    boolean there = client.read(buffer);
    long now = System.nanoTime();
    if (client.state() == Client.State.UPGRADING && passHead(buffer)) {
      client.enter(Client.State.OPEN);
      client.send(ClientFrames.subscribe());
    }
    if (client.state() != Client.State.UPGRADING) {
      while (frames.next(buffer)) {
        take(client, now);
      }
    }
    client.keep(buffer);
    return there;
  }

  /** Steps over the answer to the handshake; false if it is not whole. */
  private static boolean passHead(ByteBuffer in) throws IOException {
    for (int at = in.position(); at <= in.limit() - Integer.BYTES; at++) {
      if (in.getInt(at) == END_OF_HEAD) {
        byte[] head = new byte[at - in.position()];
        in.get(head);
        for (int i = 0; i < UPGRADED.length; i++) {
          if (head.length <= i || head[i] != UPGRADED[i]) {
            String text = new String(head, StandardCharsets.ISO_8859_1);
            throw new IOException("refused a client: " + text.lines().findFirst().orElse(""));
          }
        }
        in.position(at + Integer.BYTES);
        return true;
      }
    }
    return false;
  }

  private void take(Client client, long now) throws IOException {
    int at = frames.payloadAt();
    int length = frames.length();
    switch (frames.opcode()) {
      case FrameScanner.TEXT -> {
        if (Form.isMessage(buffer, at, length)) {
          take(client, Form.offset(buffer, at), now);
        }
      }
      case FrameScanner.PING -> {
        if (client.state() == Client.State.OPEN) {
          client.send(ClientFrames.pong(buffer, at, length));
        }
      }
      default -> {}
    }
  }

  private void take(Client client, long offset, long now) {
    if (!client.hasHeard()) {
      heardNow++;
    }
    if (!client.take(offset)) {
      faultsNow++;
    }
    tally.add(offset, now);
  }
}
