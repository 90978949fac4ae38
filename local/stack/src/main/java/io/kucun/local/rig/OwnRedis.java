package io.kucun.local.rig;

import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A Redis that may be frozen, killed and set back. One thread at a time. */
public final class OwnRedis implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Path directory;
  private final int port = Ports.free();
  private RedisServer server;

  /** Starts it there. */
  public OwnRedis(Path directory) {
    this.directory = directory;
    this.server = started();
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Sends a command whose answer is one line, and gives that. */
  public String send(String command) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      String answer = String.valueOf(in.readLine());
      if (answer.startsWith("-")) {
        throw new AssertionError(command + ": " + answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It does nothing any more, and its connections stay. */
  public void freeze() {
    server.process().signal("STOP");
  }

  /** It goes on. */
  public void thaw() {
    server.process().signal("CONT");
  }

  /** Its memory is gone. */
  public void kill() {
    server.process().stop("KILL", LIMIT);
  }

  /** With the data of the last {@code SAVE}, if it is still there. */
  public void start() {
    server = started();
  }

  /** Forgets what was saved. */
  public void forget() {
    try {
      Files.deleteIfExists(directory.resolve("dump.rdb"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RedisServer started() {
    return RedisServer.transientIn(directory, port, directory.resolve("redis.log"));
  }

  @Override
  public void close() {
    thaw();
    kill();
  }
}
