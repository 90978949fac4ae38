package io.kucun.inventory.fuzz;

import io.kucun.inventory.testing.Given;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * One hostile request.
 *
 * @param what where it is hostile and how
 * @param strict whether its answer is among those that the description names; a hostile path may
 *     lead anywhere
 */
record Attempt(String what, String path, Map<String, String> headers, byte[] body, boolean strict) {
  private static final int LONGEST = 120;

  static Attempt of(String what, String path, String type, String body) {
    byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new HashMap<>();
    if (bytes != null) {
      headers.put("Content-Type", type);
    }
    headers.put("If-Match", "*");
    return new Attempt(what, path, headers, bytes, true);
  }

  Attempt with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Attempt(what, path, more, body, strict);
  }

  /** With codes that nobody has taken. */
  Attempt fresh() {
    if (body == null) {
      return this;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    String renewed = text.replaceAll("T-[0-9a-f]{8}[0-9a-f-]{28}", Given.code());
    return new Attempt(what, path, headers, renewed.getBytes(StandardCharsets.UTF_8), strict);
  }

  Attempt anywhere() {
    return new Attempt(what, path, headers, body, false);
  }

  @Override
  public String toString() {
    return what.length() > LONGEST ? what.substring(0, LONGEST) + "…" : what;
  }
}
