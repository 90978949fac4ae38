package io.kucun.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speaks to Redis as the relay of events does, over a socket of its own. */
public final class Publisher implements AutoCloseable {

  private static final Pattern CALLS = Pattern.compile("cmdstat_(\\w+):calls=(\\d+)");
  private static final String STEP =
      """
      redis.call('XADD', KEYS[1], 'MAXLEN', '~', '10000', ARGV[2] .. '-0', 'e', ARGV[3])
      redis.call('SET', KEYS[2], ARGV[1] .. ':' .. ARGV[2])
      return redis.call('PUBLISH', KEYS[3], ARGV[3])\
      """;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  public Publisher(String redisUrl) {
    URI uri = URI.create(redisUrl);
    try {
      socket = new Socket(uri.getHost(), uri.getPort());
      in = socket.getInputStream();
      out = socket.getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String envelope(
      String channel, String epoch, long offset, @Nullable String key, @Nullable String owner) {
    return "{\"channel\":\"%s\",\"data\":{\"n\":%d,\"名\":\"砖\"},\"ts\":1790000000000,\"offset\":%d,\"epoch\":\"%s\"%s%s}"
        .formatted(
            channel,
            offset,
            offset,
            epoch,
            key == null ? "" : ",\"key\":\"" + key + '"',
            owner == null ? "" : ",\"owner\":\"" + owner + '"');
  }

  /** Appends, sets the position and publishes in one step; returns the envelope. */
  String publish(
      String channel, String epoch, long offset, @Nullable String key, @Nullable String owner) {
    return step(channel, epoch, offset, envelope(channel, epoch, offset, key, owner));
  }

  /** The same, for an event of about so many bytes. */
  String publishLarge(String channel, String epoch, long offset, int bytes) {
    return publishLarge(channel, epoch, offset, bytes, null);
  }

  String publishLarge(
      String channel, String epoch, long offset, int bytes, @Nullable String owner) {
    String envelope = envelope(channel, epoch, offset, null, owner);
    return step(
        channel,
        epoch,
        offset,
        envelope.replaceFirst("\"n\":", "\"x\":\"" + "x".repeat(bytes) + "\",\"n\":"));
  }

  private String step(String channel, String epoch, long offset, String envelope) {
    command(
        "EVAL",
        STEP,
        "3",
        "kucun:log:" + channel,
        "kucun:pos:" + channel,
        "kucun:events:" + channel,
        epoch,
        Long.toString(offset),
        envelope);
    return envelope;
  }

  /** Appends and sets the position, but the message is lost. */
  String lose(String channel, String epoch, long offset) {
    String envelope = envelope(channel, epoch, offset, null, null);
    command("XADD", "kucun:log:" + channel, offset + "-0", "e", envelope);
    command("SET", "kucun:pos:" + channel, epoch + ":" + offset);
    return envelope;
  }

  /** What is published next on a channel that was subscribed to here. */
  String nextMessage() {
    try {
      return String.valueOf(((List<?>) reply()).getLast());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public Object command(String... words) {
    try {
      StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
      for (String word : words) {
        int bytes = word.getBytes(StandardCharsets.UTF_8).length;
        request.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
      }
      out.write(request.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      return reply();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often a command was called since {@code CONFIG RESETSTAT}, by anybody. */
  public int calls(String command) {
    Matcher calls = CALLS.matcher(String.valueOf(command("INFO", "commandstats")));
    while (calls.find()) {
      if (calls.group(1).equals(command)) {
        return Integer.parseInt(calls.group(2));
      }
    }
    return 0;
  }

  private Object reply() throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+', ':' -> rest;
      case '$' -> bulk(Integer.parseInt(rest));
      case '*' -> {
        List<Object> items = new ArrayList<>();
        for (int i = Integer.parseInt(rest); i > 0; i--) {
          items.add(reply());
        }
        yield items;
      }
      default -> throw new AssertionError(line);
    };
  }

  private String bulk(int length) throws IOException {
    if (length < 0) {
      return "";
    }
    String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    line();
    return text;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("Redis hung up");
      }
      line.append((char) c);
    }
    return line.toString().strip();
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
