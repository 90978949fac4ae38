package io.kucun.local.bench.fanout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands to Redis that leave in one write and are done in one step. As from the relay of events,
 * each message goes into the log, the position to where the message is, and out it goes.
 */
final class Burst {
  private static final String LONGEST_LOG = "10000";

  /** Where a number of one of the messages is written. */
  private record Place(int message, int at) {}

  private final int size;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Place> offsets = new ArrayList<>();
  private final List<Place> times = new ArrayList<>();
  private final byte[] bytes;

  /** Of so many messages, all with the first offset. */
  Burst(Target target, int size) {
    this.size = size;
    words(1, "MULTI");
    for (int message = 0; message < size; message++) {
      words(8, "XADD", Target.logKey(target.who()), "MAXLEN", "~", LONGEST_LOG);
      offsets.add(new Place(message, word(Form.FIRST + "-0")));
      word("e");
      event(message);
      words(3, "SET", Target.positionKey(target.who()));
      int position = word(Form.EPOCH + ":" + Form.FIRST);
      offsets.add(new Place(message, position + Form.EPOCH.length() + 1));
      words(3, "PUBLISH", target.redisChannel());
      event(message);
    }
    words(1, "EXEC");
    bytes = out.toByteArray();
  }

  private void event(int message) {
    int at = word(Form.TEXT);
    offsets.add(new Place(message, at + Form.OFFSET_AT));
    times.add(new Place(message, at + Form.TIME_AT));
  }

  /** Begins a command of so many words with these. */
  private void words(int count, String... first) {
    put("*" + count);
    for (String word : first) {
      word(word);
    }
  }

  /** Adds a word; says where it begins. */
  private int word(String word) {
    put("$" + word.length());
    int at = out.size();
    put(word);
    return at;
  }

  private void put(String line) {
    out.writeBytes((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  int size() {
    return size;
  }

  /** The bytes for messages from this offset on. They are good until the next call. */
  byte[] from(long offset, long millis) {
    for (Place place : offsets) {
      Digits.write(bytes, place.at, Form.OFFSET_DIGITS, offset + place.message);
    }
    for (Place place : times) {
      Digits.write(bytes, place.at, Form.TIME_DIGITS, millis);
    }
    return bytes;
  }
}
