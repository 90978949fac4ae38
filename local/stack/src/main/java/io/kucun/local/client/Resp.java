package io.kucun.local.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one Redis that sends a command and reads its reply, in the protocol's second
 * version. One thread.
 */
public final class Resp implements Closeable {
  private static final int STANDARD_PORT = 6379;
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private Resp(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
  }

  /** By a URL of the form {@code redis://[:password@]host[:port][/database]}. */
  public static Resp open(String url) throws IOException {
    URI uri = URI.create(url);
    if (!"redis".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IOException("no plain Redis address");
    }
    Socket socket = new Socket();
    int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
    socket.connect(new InetSocketAddress(uri.getHost(), port), TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    Resp resp = new Resp(socket);
    String user = uri.getUserInfo();
    if (user != null) {
      resp.call("AUTH", user.substring(user.indexOf(':') + 1));
    }
    String path = uri.getPath();
    if (path != null && path.length() > 1) {
      resp.call("SELECT", path.substring(1));
    }
    return resp;
  }

  /** The reply: a {@code byte[]}, a {@link Long}, a list of such, or null for none. */
  public @Nullable Object call(String... words) throws IOException {
    ByteArrayOutputStream command = new ByteArrayOutputStream();
    command.writeBytes(ascii("*" + words.length + "\r\n"));
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      command.writeBytes(ascii("$" + bytes.length + "\r\n"));
      command.writeBytes(bytes);
      command.writeBytes(ascii("\r\n"));
    }
    out.write(command.toByteArray());
    out.flush();
    return reply();
  }

  /** Waits for a message of a subscription, as long as it takes. */
  public @Nullable Object next() throws IOException {
    socket.setSoTimeout(0);
    return reply();
  }

  private @Nullable Object reply() throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> ascii(rest);
      case ':' -> Long.valueOf(rest);
      case '$' -> bulk(Integer.parseInt(rest));
      case '*' -> array(Integer.parseInt(rest));
      default -> throw new IOException("Redis says " + rest);
    };
  }

  private byte @Nullable [] bulk(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    byte[] bytes = in.readNBytes(length);
    in.skipNBytes(2);
    return bytes;
  }

  private @Nullable List<@Nullable Object> array(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      values.add(reply());
    }
    return values;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\r'; c = in.readUnsignedByte()) {
      line.append((char) c);
    }
    in.skipNBytes(1);
    return line.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
