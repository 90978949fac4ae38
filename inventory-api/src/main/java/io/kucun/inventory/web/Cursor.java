package io.kucun.inventory.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The last row that a client has of a list. On the wire it is opaque: base64url of {@code
 * [1,"fingerprint","key"…]}.
 *
 * @param fingerprint of the list's filters and order
 * @param place the row's sort keys
 */
record Cursor(String fingerprint, List<String> place) {
  /** Longer than the keys of any row can make it. */
  static final int LONGEST = 3_000;

  private static final int VERSION = 1;
  private static final int FINGERPRINT_BYTES = 9;

  Cursor {
    place = List.copyOf(place);
  }

  /** 72 bits of a hash, as text. */
  static String fingerprint(String query) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, FINGERPRINT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String encode() {
    JsonArray json = new JsonArray().add(VERSION).add(fingerprint);
    place.forEach(json::add);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a cursor.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static Cursor decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      // A String constructor would replace malformed bytes instead of refusing them.
      CharSequence json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return of(new JsonArray(json.toString()));
    } catch (CharacterCodingException | DecodeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Cursor of(JsonArray json) {
    if (json.size() < 2 || !Integer.valueOf(VERSION).equals(json.getValue(0))) {
      throw new IllegalArgumentException("No cursor of this version");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 1; i < json.size(); i++) {
      if (!(json.getValue(i) instanceof String text)) {
        throw new IllegalArgumentException("No text");
      }
      texts.add(text);
    }
    return new Cursor(texts.getFirst(), texts.subList(1, texts.size()));
  }
}
