package io.kucun.inventory.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a file while it passes. */
final class Digest {
  private final MessageDigest digest;

  /** Starts with the charset: the same bytes may mean something else in another. */
  Digest(FileCharset charset) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    digest.update(charset.name().getBytes(StandardCharsets.US_ASCII));
  }

  void accept(byte[] bytes) {
    digest.update(bytes);
  }

  String end() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
