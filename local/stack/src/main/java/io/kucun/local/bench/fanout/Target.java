package io.kucun.local.bench.fanout;

import io.kucun.local.servers.ChildProcess;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A server that fans out.
 *
 * @param management the port of its metrics; 0 if it has none
 * @param tokens of users who may read the channel, taken in turn; none if nobody is asked
 */
record Target(Competitor who, int port, int management, ChildProcess process, List<String> tokens) {

  long pid() {
    return process.pid();
  }

  /** Where Redis gets its messages. */
  String redisChannel() {
    return prefix(who) + Form.CHANNEL;
  }

  /** What comes before the names of its channels in Redis. */
  static String prefix(Competitor who) {
    return who.word() + ":events:";
  }

  /** Where Redis has the offset of its last message. */
  static String positionKey(Competitor who) {
    return who.word() + ":pos:" + Form.CHANNEL;
  }

  /** Where Redis keeps its last messages. */
  static String logKey(Competitor who) {
    return who.word() + ":log:" + Form.CHANNEL;
  }

  /** The request by which the client of this number becomes one. */
  ByteBuffer handshake(int number) {
    String request =
        "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            + (tokens.isEmpty()
                ? ""
                : "Authorization: Bearer " + tokens.get(number % tokens.size()) + "\r\n")
            + "\r\n";
    return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
  }
}
