package io.kucun.local.rig;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that a client of Redis sends; messages have the same form. One thread. */
public final class RedisRequests {
  private final InputStream in;
  private final int longest;

  /**
   * Reads from there.
   *
   * @param longest how much of a word is of interest
   */
  public RedisRequests(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * A command.
   *
   * @param bytes as they came
   * @param words what it says; only the beginning of a long word
   */
  public record Request(byte[] bytes, List<String> words) {
    /** Whether it gives a generation to a tag that may have one. */
    boolean isBump() {
      return is("SET") && words.get(1).contains(":gen:") && !words.contains("NX");
    }

    /** Whether it is about a lease or an entry. */
    boolean isScript() {
      return is("EVAL");
    }

    /** The same bump of another key, which nobody reads: Redis confirms it, and nothing changes. */
    byte[] diverted() {
      byte[] other = bytes.clone();
      int at = new String(other, StandardCharsets.ISO_8859_1).indexOf(":gen:");
      other[at + 1] = 'o';
      other[at + 2] = 'f';
      other[at + 3] = 'f';
      return other;
    }

    private boolean is(String name) {
      return words.getFirst().equalsIgnoreCase(name);
    }
  }

  /** The next one; null at the end. */
  public @Nullable Request next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    int first = in.read();
    if (first < 0) {
      return null;
    }
    if (first != '*') {
      throw new IOException("no command: " + (char) first);
    }
    bytes.write(first);
    int count = number(bytes);
    List<String> words = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bytes.write(in.read());
      int length = number(bytes);
      byte[] word = in.readNBytes(length + 2);
      if (word.length < length + 2) {
        throw new EOFException();
      }
      bytes.writeBytes(word);
      words.add(new String(word, 0, Math.min(length, longest), StandardCharsets.ISO_8859_1));
    }
    return new Request(bytes.toByteArray(), words);
  }

  private int number(ByteArrayOutputStream bytes) throws IOException {
    int number = 0;
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      bytes.write(c);
      if (c != '\r') {
        number = number * 10 + c - '0';
      }
    }
    bytes.write('\n');
    return number;
  }
}
