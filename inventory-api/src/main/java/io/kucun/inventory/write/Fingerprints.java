package io.kucun.inventory.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of requests: two requests that mean the same have the same one, whatever the order of
 * their fields and the blanks between them.
 */
@ApplicationScoped
class Fingerprints {
  private final ObjectMapper canonical;

  Fingerprints(ObjectMapper json) {
    canonical =
        json.copy()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(JsonNodeFeature.WRITE_PROPERTIES_SORTED, true)
            // A free number such as 1e99999 is a line of zeros when it is written out.
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, false);
  }

  /** SHA-256 over values that JSON writes, in hexadecimal. */
  String of(@Nullable Object... parts) {
    try {
      byte[] bytes = canonical.writeValueAsBytes(parts);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
