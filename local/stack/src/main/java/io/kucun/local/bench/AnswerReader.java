package io.kucun.local.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the answers on one connection as they arrive, and checks each. One thread. */
final class AnswerReader {
  private static final int LONGEST_HEAD = 8_192;
  private static final String STATUS = "HTTP/1.1 ";
  private static final String LENGTH = "\r\ncontent-length:";

  private final String who;
  private final Expected expected;
  private final StringBuilder head = new StringBuilder();
  private int bodyLeft = -1;
  private long unmarked;
  private String lastUnmarked = "";

  /**
   * Starts before an answer.
   *
   * @param who is named when an answer is not as expected
   */
  AnswerReader(String who, Expected expected) {
    this.who = who;
    this.expected = expected;
  }

  /** Takes what has arrived; true once that ends an answer. */
  boolean read(ByteBuffer arrived) {
    while (bodyLeft < 0) {
      if (!arrived.hasRemaining()) {
        return false;
      }
      head.append((char) (arrived.get() & 0xff));
      if (isHeadEnd()) {
        bodyLeft = check(head.toString());
        head.setLength(0);
      } else if (head.length() > LONGEST_HEAD) {
        throw unexpected("a head without an end");
      }
    }
    int taken = Math.min(bodyLeft, arrived.remaining());
    arrived.position(arrived.position() + taken);
    bodyLeft -= taken;
    if (bodyLeft > 0) {
      return false;
    }
    if (arrived.hasRemaining()) {
      throw unexpected("more than the answer: " + StandardCharsets.ISO_8859_1.decode(arrived));
    }
    bodyLeft = -1;
    return true;
  }

  /** How many answers were right, but without the mark. */
  long unmarked() {
    return unmarked;
  }

  /** The head of the last of these. */
  String lastUnmarked() {
    return lastUnmarked;
  }

  private static String shown(String head) {
    return head.strip().replace("\r\n", " | ");
  }

  private boolean isHeadEnd() {
    int length = head.length();
    return head.charAt(length - 1) == '\n'
        && length >= 4
        && head.charAt(length - 3) == '\n'
        && head.charAt(length - 2) == '\r';
  }

  /** The length of the body that follows. */
  private int check(String text) {
    int status = number(text, STATUS.length(), ' ');
    int length = status == 304 ? 0 : length(text);
    if (!text.startsWith(STATUS) || length < 0 || !expected.takes(status, length)) {
      throw unexpected(shown(text));
    }
    if (!expected.isMarked(text)) {
      unmarked++;
      lastUnmarked = shown(text);
    }
    return length;
  }

  private static int length(String text) {
    int at = text.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    return at < 0 ? -1 : number(text, at + LENGTH.length(), '\r');
  }

  /** The number that stands there; -1 if none does. */
  private static int number(String text, int from, char end) {
    int to = text.indexOf(end, from);
    try {
      return to < 0 ? -1 : Integer.parseInt(text.substring(from, to).strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private UnexpectedAnswer unexpected(String what) {
    return new UnexpectedAnswer(who + " did not answer " + expected + " but " + what);
  }
}
