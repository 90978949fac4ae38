package io.kucun.inventory.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client whose test decides when each byte goes over the wire, and when it hangs up. */
public final class SlowClient implements Closeable {
  private final Socket socket;

  private SlowClient(Socket socket) {
    this.socket = socket;
  }

  /** Begins to send a file of this many bytes. */
  public static SlowClient upload(String role, String path, int length) {
    return begin(
        "POST %s HTTP/1.1\nContent-Type: %s\nContent-Length: %d\n"
            .formatted(path, CsvFiles.UTF_8, length),
        role);
  }

  /** Asks for a file and reads nothing yet. */
  public static SlowClient download(String role, String path) {
    return begin("GET %s HTTP/1.1\n".formatted(path), role);
  }

  private static SlowClient begin(String head, String role) {
    try {
      Socket socket = new Socket();
      // Little fits on the way, so that what is not read stays where it came from.
      socket.setReceiveBufferSize(4_096);
      socket.connect(
          new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
      SlowClient client = new SlowClient(socket);
      String more =
          "Host: localhost\nConnection: close\nAuthorization: Bearer %s\n\n"
              .formatted(CsvFiles.token(role));
      client.send((head + more).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      return client;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SlowClient send(byte[] bytes) {
    return send(bytes, 0, bytes.length);
  }

  public SlowClient send(byte[] bytes, int from, int to) {
    try {
      socket.getOutputStream().write(bytes, from, to - from);
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the first bytes that come. */
  public String read(int most) throws IOException {
    byte[] bytes = new byte[most];
    int read = socket.getInputStream().read(bytes);
    return new String(bytes, 0, Math.max(0, read), StandardCharsets.ISO_8859_1);
  }

  /** The whole answer with its head, once the service has closed the connection. */
  public String answer() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  /** Hangs up with a reset, as a client does that has crashed. */
  public void hangUp() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
