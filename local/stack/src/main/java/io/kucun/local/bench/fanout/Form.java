package io.kucun.local.bench.fanout;

import java.nio.ByteBuffer;

/**
 * The form of all messages: an event as the API publishes it, always of one length, with its offset
 * at one place, so that a client need not read the rest.
 */
final class Form {
  static final String CHANNEL = "inventory";
  static final String EPOCH = "bench";

  /** As many digits as the last offset. */
  static final long FIRST = 1_000_000_000L;

  static final int OFFSET_DIGITS = 10;
  static final int TIME_DIGITS = 13;

  private static final String OFFSET = "\"offset\":";
  private static final String TIME = "\"ts\":";
  static final String TEXT =
      """
      {"channel":"inventory","data":{"type":"adjusted","id":"0198c7a4-0000-4000-8000-000000000001",\
      "productId":"0198c7a4-0000-4000-8000-000000000002","code":"T800-01","colorCode":"A01",\
      "productionDate":"2026-05-01","version":3,"actor":"warehouse",\
      "occurredAt":"2026-05-04T08:30:00.123456Z","movementId":"0198c7a4-0000-4000-8000-000000000003",\
      "documentNumber":"ADJ-00000003","delta":-1,"reservedDelta":0,"before":{"quantity":16,\
      "reserved":0},"after":{"quantity":15,"reserved":0},"reason":"broken","reference":"R-1"},\
      "ts":1777883400123,"offset":1000000000,"epoch":"bench",\
      "key":"0198c7a4-0000-4000-8000-000000000002",\
      "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-b9c7c989f97918e1-01"}\
      """;

  static final int LENGTH = TEXT.length();
  static final int OFFSET_AT = TEXT.lastIndexOf(OFFSET) + OFFSET.length();
  static final int TIME_AT = TEXT.lastIndexOf(TIME) + TIME.length();

  /** Where the first letter of the first name is; control frames begin with another. */
  private static final int MARK_AT = 2;

  private Form() {}

  /** Whether the payload of a text frame is such a message. */
  static boolean isMessage(ByteBuffer source, int payloadAt, int length) {
    return length == LENGTH && source.get(payloadAt + MARK_AT) == 'c';
  }

  static long offset(ByteBuffer source, int payloadAt) {
    return Digits.read(source, payloadAt + OFFSET_AT, OFFSET_DIGITS);
  }
}
