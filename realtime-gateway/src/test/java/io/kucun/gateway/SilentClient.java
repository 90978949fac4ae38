package io.kucun.gateway;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that reads but never answers, not even a ping. */
final class SilentClient implements AutoCloseable {

  private static final int CLOSE = 8;

  private final Socket socket;
  private final InputStream in;

  SilentClient(URI base, String token) {
    try {
      socket = new Socket(base.getHost(), base.getPort());
      socket.setSoTimeout(10_000);
      in = socket.getInputStream();
      String request =
          "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
              + "Authorization: Bearer "
              + token
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      skipHead();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void skipHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("refused: " + head);
      }
      head.append((char) c);
    }
  }

  /** Sends a short text, masked with zeros. */
  void send(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    sendRaw((byte) 0x81, (byte) (0x80 | payload.length), (byte) 0, (byte) 0, (byte) 0, (byte) 0);
    sendRaw(payload);
  }

  void sendRaw(byte... bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads frames until the server's close frame. */
  int closeCode() {
    try {
      while (true) {
        int opcode = in.read() & 0x0f;
        int length = in.read() & 0x7f;
        if (length == 126) {
          length = (in.read() << 8) | in.read();
        }
        if (length == 127) {
          length = Math.toIntExact(new DataInputStream(in).readLong());
        }
        byte[] payload = in.readNBytes(length);
        if (opcode == CLOSE) {
          return ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads until the server hangs up. */
  void awaitEnd() {
    try {
      in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
