package io.kucun.local.rig;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kept-alive HTTP/1.1 connection to this machine, one request at a time: it costs a tenth of a
 * full client, and the machine's two cores are for the services. Nothing is ever repeated. After a
 * failure it connects anew. One thread.
 */
public final class HttpLine implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port;
  private final String authorization;
  private final Duration patience;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /** Without a token. */
  public HttpLine(int port) {
    this(port, "", PATIENCE);
  }

  /** With one; waits so long for an answer. */
  HttpLine(int port, String token, Duration patience) {
    this.port = port;
    this.patience = patience;
    this.authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
  }

  /** Reads. */
  public Answer get(String path) throws IOException {
    return send("GET", path, "", "");
  }

  /**
   * Sends and waits.
   *
   * @param more header lines, each with its end
   */
  public Answer send(String method, String path, String more, String body) throws IOException {
    return send(method, path, more, "application/json", body);
  }

  /** The same with a body of another type. */
  public Answer send(String method, String path, String more, String type, String body)
      throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + authorization + more;
    String length =
        body.isEmpty()
            ? ""
            : "Content-Type: " + type + "\r\nContent-Length: " + content.length + "\r\n";
    byte[] start = (head + length + "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[start.length + content.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(content, 0, whole, start.length, content.length);
    try {
      InputStream from = connected();
      if (socket != null) {
        socket.getOutputStream().write(whole);
      }
      return answer(from);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private InputStream connected() throws IOException {
    InputStream open = in;
    if (open != null) {
      return open;
    }
    Socket fresh = new Socket(InetAddress.getLoopbackAddress(), port);
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(Math.toIntExact(patience.toMillis()));
    socket = fresh;
    InputStream from = new BufferedInputStream(fresh.getInputStream());
    in = from;
    return from;
  }

  private Answer answer(InputStream from) throws IOException {
    String[] status = line(from).split(" ", 3);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(from); !line.isEmpty(); line = line(from)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int code = Integer.parseInt(status[1]);
    Answer answer = new Answer(code, headers, body(from, code, headers));
    if (answer.header("connection").equalsIgnoreCase("close")) {
      close();
    }
    return answer;
  }

  private static String body(InputStream from, int code, Map<String, String> headers)
      throws IOException {
    if (code == 204 || code == 304) {
      return "";
    }
    String length = headers.get("content-length");
    if (length == null) {
      throw new IOException("an answer of unknown length: " + code + " " + headers);
    }
    byte[] bytes = from.readNBytes(Integer.parseInt(length));
    if (bytes.length < Integer.parseInt(length)) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String line(InputStream from) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = from.read(); c != '\r'; c = from.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      line.append((char) c);
    }
    from.skipNBytes(1);
    return line.toString();
  }

  @Override
  public void close() {
    Sockets.close(socket);
    socket = null;
    in = null;
  }
}
