package io.kucun.local.bench;

import io.kucun.local.stack.StackException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Commands to Redis whose answer is one line, to prepare a bench. */
final class Wire {
  private final int port;

  Wire(int port) {
    this.port = port;
  }

  /** Sends one command. */
  void send(String... words) {
    ByteArrayOutputStream command = new ByteArrayOutputStream();
    command.writeBytes(("*" + words.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      command.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
      command.writeBytes(bytes);
      command.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(command.toByteArray());
      InputStream in = new BufferedInputStream(socket.getInputStream());
      if (in.read() == '-') {
        throw new StackException("Redis refuses " + words[0]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
