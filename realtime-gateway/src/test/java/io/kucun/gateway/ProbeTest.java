package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.gateway.fuzz.Malformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A probe of what no client should send")
class ProbeTest {

  private static final int SOON = 200;
  private static final String ERROR = "{\"type\":\"error\",\"code\":\"malformed_json\"}";
  private static final String ALIVE = "{\"type\":\"pong\",\"id\":\"life1\"}";

  /** A server that says this, whatever it is sent. */
  private static void against(Consumer<ByteArrayOutputStream> answer, Consumer<Probe> probing) {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Socket> accepted =
          CompletableFuture.supplyAsync(() -> serve(server, answer));
      URI base = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
      try (SilentClient client = new SilentClient(base, "token", SOON)) {
        probing.accept(new Probe(client, new Random(1)));
      }
      accepted.join().close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Socket serve(ServerSocket server, Consumer<ByteArrayOutputStream> answer) {
    try {
      Socket connection = server.accept();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes("HTTP/1.1 101 Switching\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      answer.accept(bytes);
      connection.getOutputStream().write(bytes.toByteArray());
      return connection;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Consumer<ByteArrayOutputStream> says(String... texts) {
    return out -> {
      for (String text : texts) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        out.write(0x81);
        out.write(payload.length);
        out.writeBytes(payload);
      }
    };
  }

  private static Consumer<ByteArrayOutputStream> closes(int code) {
    return out -> out.writeBytes(new byte[] {(byte) 0x88, 2, (byte) (code >> 8), (byte) code});
  }

  private static void accepted(Consumer<ByteArrayOutputStream> answer, Consumer<Probe> probing) {
    assertThatCode(() -> against(answer, probing)).doesNotThrowAnyException();
  }

  private static void refused(Consumer<ByteArrayOutputStream> answer, Consumer<Probe> probing) {
    assertThatThrownBy(() -> against(answer, probing)).isInstanceOf(AssertionError.class);
  }

  @Test
  @DisplayName("is content with one documented answer to a text, and with nothing else")
  void texts() {
    Consumer<Probe> text = probe -> probe.text("{");
    accepted(says(ERROR, ALIVE), text);
    accepted(says("{\"channel\":\"products\"}", ERROR, "{\"type\":\"position\"}", ALIVE), text);
    refused(says(ALIVE), text);
    refused(says(ERROR), text);
    refused(says(ERROR, ERROR, ALIVE), text);
    refused(says("{\"type\":\"error\",\"code\":\"sorry\"}", ALIVE), text);
    refused(says("{\"type\":\"oops\"}", ALIVE), text);
    refused(closes(4400), text);
    Consumer<ByteArrayOutputStream> notUtf8 = out -> out.writeBytes(new byte[] {-127, 1, -1});
    refused(notUtf8.andThen(says(ERROR, ALIVE)), text);
  }

  @Test
  @DisplayName("is content with the right end of a broken frame, and with nothing else")
  void frames() {
    Consumer<Probe> frame = probe -> probe.frames(Malformed.BINARY);
    accepted(closes(4400), frame);
    accepted(says(ERROR).andThen(closes(4400)), frame);
    refused(closes(1011), frame);
    refused(says(ERROR), frame);
    refused(out -> {}, frame);
    refused(closes(4400), probe -> probe.frames(Malformed.LARGE));
  }
}
