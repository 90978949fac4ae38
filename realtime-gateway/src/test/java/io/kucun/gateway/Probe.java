package io.kucun.gateway;

import io.kucun.gateway.fuzz.Frames;
import io.kucun.gateway.fuzz.Malformed;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Sends what no client should send, and complains of every answer that is not as documented. */
final class Probe {

  private static final Set<String> CODES =
      Set.of(
          "malformed_json",
          "unknown_type",
          "unknown_field",
          "missing_field",
          "invalid_value",
          "invalid_token");
  private static final Set<String> ANSWERS = Set.of("subscribed", "unsubscribed", "pong", "error");
  private static final Set<String> UNASKED = Set.of("position", "degraded", "resync", "welcome");

  private final SilentClient client;
  private final Random random;
  private int sent;

  Probe(SilentClient client, Random random) {
    this.client = client;
    this.random = random;
  }

  /** Asks for a sign of life, which must be the next answer; what came before it. */
  private SilentClient.Ending lifeSign() {
    String mark = "life" + ++sent;
    String ping = "{\"type\":\"ping\",\"id\":\"" + mark + "\"}";
    client.trySendRaw(frame(ping));
    return client.readUntil(mark);
  }

  private byte[] frame(String text) {
    return new Frames(random).frame(Frames.FIN | 1, text.getBytes(StandardCharsets.UTF_8)).bytes();
  }

  /** A text is answered once, and the connection stays. */
  void text(String text) {
    client.trySendRaw(frame(text));
    SilentClient.Ending ending = lifeSign();
    List<JsonObject> answers =
        ending.texts().stream()
            .map(JsonObject::new)
            .filter(f -> f.containsKey("type") && !UNASKED.contains(f.getString("type")))
            .toList();
    if (ending.code() != 0 || answers.size() != 1 || !isDocumented(answers.getFirst())) {
      throw new AssertionError("ended with " + ending.code() + ", answered " + answers);
    }
  }

  private static boolean isDocumented(JsonObject answer) {
    String type = answer.getString("type");
    return type.equals("error") ? CODES.contains(answer.getString("code")) : ANSWERS.contains(type);
  }

  /** A frame that is broken ends the connection, in its own way. */
  void frames(Malformed malformed) {
    client.trySendRaw(malformed.bytes(random));
    SilentClient.Ending ending = client.readUntil("no such text");
    if (malformed.code() != ending.code()) {
      throw new AssertionError("ended with " + ending.code());
    }
  }
}
