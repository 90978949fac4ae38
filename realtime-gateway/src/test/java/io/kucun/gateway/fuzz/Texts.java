package io.kucun.gateway.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that are commands, almost commands, or nothing of the kind. */
public final class Texts {

  private static final int LONGEST = 16_000;

  private static final List<String> COMMANDS =
      List.of(
          "{\"type\":\"subscribe\",\"channel\":\"products\"}",
          "{\"type\":\"subscribe\",\"channels\":[\"products:k\",\"orders\"],\"since\":{\"orders\":{\"epoch\":\"e1\",\"offset\":17}},\"id\":1}",
          "{\"type\":\"unsubscribe\",\"channel\":\"products\",\"id\":\"砖\"}",
          "{\"type\":\"auth\",\"token\":\"a.b.c\",\"id\":7}",
          "{\"type\":\"ping\",\"id\":2}");

  private static final List<String> SCRAPS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "\\",
          "\\u0000",
          "\\ud800",
          "\\udfff\\ud800",
          "\\x",
          "null",
          "true",
          "1e999999999",
          "-0",
          "0x1",
          "NaN",
          "1.5",
          "\ufeff",
          "\u0000",
          "\u2028",
          "/**/",
          "\"id\":9,",
          "\"type\":\"ping\",",
          "\"since\":{},",
          "9".repeat(400),
          "🧱",
          "\t");

  private final Random random;

  public Texts(Random random) {
    this.random = random;
  }

  public String next() {
    String text =
        switch (random.nextInt(10)) {
          case 0 -> odd();
          case 1 -> deep();
          default -> mutated(command());
        };
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  private String command() {
    return COMMANDS.get(random.nextInt(COMMANDS.size()));
  }

  private String mutated(String command) {
    StringBuilder text = new StringBuilder(command);
    for (int i = random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(6)) {
        case 0 -> text.setLength(at);
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
        case 3 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
        default -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
      }
    }
    return wellFormed(text);
  }

  /** No half of a character: such a text has no bytes. */
  private static String wellFormed(CharSequence text) {
    StringBuilder whole = new StringBuilder();
    text.codePoints()
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  private String deep() {
    int depth = 1 + random.nextInt(LONGEST / 6);
    String open = random.nextBoolean() ? "[" : "{\"a\":";
    String field =
        List.of("id", "channel", "channels", "since", "token", "x").get(random.nextInt(6));
    return "{\"type\":\"ping\",\"" + field + "\":" + open.repeat(depth);
  }

  private String odd() {
    int size = 1 + random.nextInt(2_000);
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> "{\"type\":\"ping\",\"id\":" + "9".repeat(size) + "}";
      case 2 -> "{\"type\":\"subscribe\",\"channel\":\"products:" + "k".repeat(size) + "\"}";
      case 3 -> "{\"type\":\"subscribe\",\"channels\":[" + "\"x\",".repeat(size) + "\"x\"]}";
      case 4 ->
          "{\"type\":\"ping\",\"id\":\"\\ud83e" + (random.nextBoolean() ? "\\uddf1" : "") + "\"}";
      case 5 -> " ".repeat(size) + "{\"type\":\"ping\"}" + " ".repeat(size);
      case 6 ->
          "{\"type\":\"subscribe\",\"channel\":\"products\",\"since\":{\"products\":{\"epoch\":\"e\",\"offset\":"
              + List.of("-1", "1e3", "9223372036854775807", "9223372036854775808", "null")
                  .get(random.nextInt(5))
              + "}}}";
      default -> "{\"type\":\"" + "\\u0041".repeat(size) + "\"}";
    };
  }
}
