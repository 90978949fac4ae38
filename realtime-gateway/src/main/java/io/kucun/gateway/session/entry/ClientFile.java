package io.kucun.gateway.session.entry;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the browser client, as it is and compressed.
 *
 * @param digest names the content
 */
record ClientFile(String mediaType, Buffer plain, Buffer gzipped, String digest) {

  private static final String FOLDER = "/kucun-client/";
  private static final int DIGEST_CHARACTERS = 32;

  static ClientFile load(String name, String mediaType) {
    try (InputStream file = ClientFile.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException(
            name + " is missing: ./mvnw process-resources builds the browser client");
      }
      byte[] bytes = file.readAllBytes();
      return new ClientFile(mediaType, Buffer.buffer(bytes), gzip(bytes), digest(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String etag(boolean compressed) {
    return '"' + digest + (compressed ? "-gzip" : "") + '"';
  }

  private static Buffer gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(gzipped)) {
      stream.write(bytes);
    }
    return Buffer.buffer(gzipped.toByteArray());
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(sha256).substring(0, DIGEST_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
