package io.kucun.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP request written by hand, so that a refused handshake can be read whole. */
final class RawRequest {

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    boolean hasCode(String code) {
      return body.contains("\"code\":\"" + code + "\"");
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final URI base;
  private String body = "";

  private RawRequest(URI base, String line) {
    this.base = base;
    text.append(line).append(" HTTP/1.1\r\nHost: ").append(base.getAuthority()).append("\r\n");
  }

  static RawRequest to(URI base, String methodAndPath) {
    return new RawRequest(base, methodAndPath);
  }

  /** A request whose Host header is this, or that has none. */
  static RawRequest toHost(URI base, String methodAndPath, @Nullable String host) {
    RawRequest request = new RawRequest(base, methodAndPath);
    String line = methodAndPath + " HTTP/1.1\r\n";
    request.text.replace(0, request.text.length(), line);
    return host == null ? request : request.with("Host", host);
  }

  static RawRequest upgrade(URI base, String path) {
    return new RawRequest(base, "GET " + path)
        .with("Connection", "Upgrade")
        .with("Upgrade", "websocket")
        .with("Sec-WebSocket-Version", "13")
        .with("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
  }

  RawRequest with(String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  /** A body of JSON. */
  RawRequest body(String json) {
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    body = json;
    return with("Content-Type", "application/json").with("Content-Length", "" + bytes);
  }

  RawRequest bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  RawRequest origin(String origin) {
    return with("Origin", origin);
  }

  /** Sends it and hangs up after the answer. */
  Answer send() {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((text + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Answer read(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ", 3)[1]);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Answer(status, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("hung up");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }
}
