package io.kucun.inventory.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Values that no sane client sends, as they stand in JSON; some are not JSON at all. */
final class Hostile {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "1.5",
          "-0.0",
          "1e2",
          "2147483648",
          "9007199254740991",
          "9007199254740992",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "1e400",
          "-1e400",
          "1e-400",
          "1e2147483648",
          "NaN",
          "Infinity",
          "0x10",
          "007",
          "+1",
          ".5",
          "1.",
          "9".repeat(1_000),
          "0." + "1".repeat(999));

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\\t",
          "\\n",
          "x",
          "\\u0000",
          "a\\u0000b",
          "\\u001b[31m",
          "\\u007f",
          "\\ud800",
          "\\udc00x",
          "\\ud83d\\ude00",
          "\\u202eabc",
          "e\\u0301\\u0301\\u0301",
          "\\u200b",
          "１２３",
          "ﬁ",
          "İ",
          "ß",
          "\\ufeff",
          "\\uffff",
          "NaN",
          "null",
          "true",
          "false",
          "-1",
          "1.5",
          "1e400",
          "9223372036854775808",
          "'; DROP TABLE product; --",
          "%",
          "_",
          "\\\\",
          "\\\\%",
          "%' OR '1'='1",
          "\\\"",
          "*",
          "a b c d e f g h i j k l m n o p q r s t u v w x y z",
          "${jndi:ldap://x/y}",
          "<script>alert(1)</script>",
          "=1+1",
          "../../etc/passwd",
          "x".repeat(65),
          "x".repeat(201),
          "库".repeat(500),
          "x".repeat(2_001),
          "x".repeat(100_000));

  private static final List<String> DATES =
      List.of(
          "0000-00-00",
          "0000-01-01",
          "0001-01-01",
          "-0044-03-15",
          "1582-10-10",
          "1899-12-31",
          "1900-01-01",
          "9999-12-31",
          "10000-01-01",
          "+10000-01-01",
          "+999999999-12-31",
          "2026-02-30",
          "2023-02-29",
          "2024-02-29",
          "2026-13-01",
          "2026-5-1",
          "20260501",
          "2026-W18-5",
          "2026-05-01T00:00:00Z",
          "2026-05-01T00:00:00",
          "2026-05-01 ",
          "9999-12-31T23:59:59.999999999Z",
          "+1000000000-12-31T23:59:59Z",
          "1970-01-01T00:00:00Z");

  private static final List<String> IDS =
      List.of(
          "00000000-0000-0000-0000-000000000000",
          "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
          "1-1-1-1-1",
          "{00000000-0000-4000-8000-000000000000}",
          "00000000000040008000000000000000",
          "00000000-0000-4000-8000-00000000000g",
          "urn:uuid:00000000-0000-4000-8000-000000000000",
          "00000000-0000-4000-8000-000000000000 ");

  private static final List<String> SHAPES =
      List.of(
          "{\"a\":\"\\ud800\"}",
          "{\"\\udc00\":1}",
          "{\"a\":[\"\\u0000\"]}",
          "null",
          "true",
          "false",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[1]",
          "[\"x\"]",
          "[{}]",
          "{\"a\":1}",
          "{\"a\":1,\"a\":2}",
          "{\"\":{}}",
          "{\"$ref\":\"#\"}",
          "[0" + ",0".repeat(1_000) + "]",
          "[{}" + ",{}".repeat(1_000) + "]",
          "[".repeat(1_100) + "]".repeat(1_100),
          "{\"a\":".repeat(1_100) + "1" + "}".repeat(1_100),
          "",
          "nul",
          "'x'",
          "undefined");

  private Hostile() {}

  /** Texts as they stand between the quotes of JSON. */
  static List<String> texts() {
    return Stream.of(TEXTS, DATES, IDS, NUMBERS).flatMap(List::stream).toList();
  }

  /** Values of every type. */
  static List<String> values() {
    return Stream.concat(
            Stream.of(NUMBERS, SHAPES).flatMap(List::stream),
            Stream.of(TEXTS, DATES, IDS).flatMap(List::stream).map(text -> '"' + text + '"'))
        .toList();
  }

  /** Bodies of every kind, of which none is what the operation takes. */
  static List<String> bodies() {
    List<String> bodies = new ArrayList<>(values());
    bodies.add("{\"surprise\":1}");
    bodies.add("\ufeff{}");
    bodies.add("{} {}");
    bodies.add("{");
    bodies.add("\"" + "x".repeat(1 << 20) + "\"");
    return bodies;
  }

  /** So many of them, chosen by chance. */
  static List<String> some(List<String> values, int count, Random random) {
    List<String> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }
}
