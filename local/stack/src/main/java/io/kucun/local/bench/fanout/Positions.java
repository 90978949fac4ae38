package io.kucun.local.bench.fanout;

import io.kucun.local.client.Resp;
import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where Redis says that the channels of a bench stand. */
final class Positions {
  private final int redisPort;

  Positions(int redisPort) {
    this.redisPort = redisPort;
  }

  /** Its channel has had messages up to this offset, and its log has none of them. */
  void set(Competitor who, long offset) {
    try (Resp redis = open()) {
      redis.call("DEL", Target.logKey(who));
      redis.call("SET", Target.positionKey(who), Form.EPOCH + ":" + offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long get(Competitor who) {
    try (Resp redis = open()) {
      if (redis.call("GET", Target.positionKey(who)) instanceof byte[] value) {
        String position = new String(value, StandardCharsets.US_ASCII);
        return Long.parseLong(position.substring(Form.EPOCH.length() + 1));
      }
      throw new StackException("Redis has lost the position of " + who.title());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Resp open() throws IOException {
    return Resp.open("redis://127.0.0.1:" + redisPort);
  }
}
