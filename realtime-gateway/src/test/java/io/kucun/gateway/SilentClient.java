package io.kucun.gateway;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A client that reads but never answers, not even a ping. */
final class SilentClient implements AutoCloseable {

  private static final int RECEIVE_BUFFER = 192 * 1024;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;

  /** A frame, as it came. */
  private record Frame(int opcode, byte[] payload) {}

  private final Socket socket;
  private final InputStream in;

  /**
   * How reading ended.
   *
   * @param texts that came before
   * @param code of the close frame; 0 if the mark came, {@link #CUT} if the connection just ended
   */
  record Ending(List<String> texts, int code) {}

  static final int CUT = -1;

  SilentClient(URI base, String token) {
    this(base, token, 10_000);
  }

  SilentClient(URI base, String token, int patienceMillis) {
    try {
      socket = TestTls.is(base) ? TestTls.CONTEXT.getSocketFactory().createSocket() : new Socket();
      // Bounded, so that what a client leaves unread does not vanish in the system's buffers.
      socket.setReceiveBufferSize(RECEIVE_BUFFER);
      socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
      socket.setSoTimeout(patienceMillis);
      in = new BufferedInputStream(socket.getInputStream());
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

  /** Sends a text, masked with zeros. */
  void send(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) 0x81);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload);
    sendRaw(Arrays.copyOf(frame.array(), frame.position()));
  }

  void sendRaw(byte... bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends unless the server has hung up meanwhile. */
  void trySendRaw(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException hungUp) {
      // What it said before that is still to be read.
    }
  }

  /** Reads frames until the server's close frame. */
  int closeCode() {
    while (true) {
      Frame frame = frame();
      if (frame.opcode == CLOSE) {
        return ((frame.payload[0] & 0xff) << 8) | (frame.payload[1] & 0xff);
      }
    }
  }

  /** The next text. */
  String next() {
    while (true) {
      Frame frame = frame();
      if (frame.opcode == TEXT) {
        return new String(frame.payload, StandardCharsets.UTF_8);
      }
      if (frame.opcode == CLOSE) {
        throw new AssertionError("closed: " + new String(frame.payload, StandardCharsets.UTF_8));
      }
    }
  }

  /** Reads texts until one contains the mark, or the server ends it. A text must be in UTF-8. */
  Ending readUntil(String mark) {
    List<String> texts = new ArrayList<>();
    try {
      while (true) {
        Frame frame = readFrame();
        if (frame.opcode == CLOSE) {
          return new Ending(texts, ByteBuffer.wrap(frame.payload).getShort() & 0xffff);
        }
        if (frame.opcode == TEXT) {
          String text =
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(frame.payload)).toString();
          if (text.contains(mark)) {
            return new Ending(texts, 0);
          }
          texts.add(text);
        }
      }
    } catch (SocketTimeoutException | CharacterCodingException e) {
      throw new AssertionError("after " + texts, e);
    } catch (IOException e) {
      return new Ending(texts, CUT);
    }
  }

  private Frame frame() {
    try {
      return readFrame();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Frame readFrame() throws IOException {
    int opcode = read() & 0x0f;
    int length = read() & 0x7f;
    if (length == 126) {
      length = (read() << 8) | read();
    } else if (length == 127) {
      length = Math.toIntExact(new DataInputStream(in).readLong());
    }
    return new Frame(opcode, in.readNBytes(length));
  }

  private int read() throws IOException {
    int read = in.read();
    if (read < 0) {
      throw new IOException("the server hung up");
    }
    return read;
  }

  /** Reads until the server hangs up; how many bytes came. */
  int awaitEnd() {
    try {
      return in.readAllBytes().length;
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
