package io.kucun.local.fleet;

import io.kucun.local.rig.Sockets;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A WebSocket frame by frame: it costs little, and how it ends cannot be mistaken. One thread
 * reads, any may write.
 */
final class FrameSocket implements Closeable {
  private static final int BUFFER = 4096;
  private static final byte[] NO_MASK = new byte[4];

  private final Socket socket;
  private final DataInputStream in;
  private boolean closing;

  private FrameSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
  }

  /**
   * Opens one.
   *
   * @param headers of the upgrade, each with its end
   * @throws Refusal if the gateway answers with anything else than the upgrade
   */
  static FrameSocket open(int port, String path, String headers) throws IOException, Refusal {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    try {
      socket.setTcpNoDelay(true);
      FrameSocket opened = new FrameSocket(socket);
      opened.upgrade(path, headers);
      return opened;
    } catch (IOException | Refusal e) {
      Sockets.close(socket);
      throw e;
    }
  }

  private void upgrade(String path, String headers) throws IOException, Refusal {
    String request =
        "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                .formatted(path)
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            + headers
            + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    List<String> head = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.add(line);
    }
    int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
    if (status != 101) {
      throw new Refusal(status, new String(in.readNBytes(length(head)), StandardCharsets.UTF_8));
    }
  }

  private static int length(List<String> head) {
    return head.stream()
        .map(it -> it.toLowerCase(Locale.ROOT))
        .filter(it -> it.startsWith("content-length:"))
        .mapToInt(it -> Integer.parseInt(it.substring(it.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  /** The next text or close frame; pings are answered. */
  Frame next() throws IOException {
    while (true) {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte() & 0x7f;
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = Math.toIntExact(in.readLong());
      }
      byte[] payload = new byte[length];
      in.readFully(payload);
      switch (opcode) {
        case Frame.TEXT, Frame.CLOSE -> {
          return new Frame(opcode, payload);
        }
        case Frame.PING -> send(Frame.PONG, payload);
        default -> throw new AssertionError("a frame of kind " + opcode);
      }
    }
  }

  void send(String text) throws IOException {
    send(Frame.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends it in order: what comes until the other side's close frame is still to be read. */
  void close(int code) throws IOException {
    send(Frame.CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
  }

  private synchronized void send(int opcode, byte[] payload) throws IOException {
    if (closing) {
      return;
    }
    closing = opcode == Frame.CLOSE;
    ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 8);
    frame.write(0x80 | opcode);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else {
      frame.write(0x80 | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.writeBytes(NO_MASK);
    frame.writeBytes(payload);
    socket.getOutputStream().write(frame.toByteArray());
  }

  @Override
  public void close() {
    Sockets.close(socket);
  }
}
