package io.kucun.gateway.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Scans an envelope's bytes once. Fields it does not know are passed over, so that publishers may
 * add some; a known field that is missing, doubled or of the wrong type makes the envelope invalid.
 */
public final class EnvelopeReader {

  private static final JsonFactory JSON = new JsonFactory();

  public Envelope read(byte[] bytes) throws InvalidEnvelopeException {
    Fields fields = new Fields();
    try (JsonParser parser = JSON.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidEnvelopeException("not a JSON object", null);
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        fields.take(parser.currentName(), parser);
      }
      if (parser.nextToken() != null) {
        throw new InvalidEnvelopeException("text after the envelope", null);
      }
    } catch (IOException e) {
      throw new InvalidEnvelopeException("not valid JSON", e);
    }
    return fields.envelope(new String(bytes, StandardCharsets.UTF_8));
  }

  /** What has been read so far of one envelope. */
  private static final class Fields {
    private @Nullable String channel;
    private @Nullable String key;
    private @Nullable String owner;
    private @Nullable String epoch;
    private @Nullable Long ts;
    private @Nullable Long offset;
    private boolean data;

    void take(String name, JsonParser parser) throws IOException, InvalidEnvelopeException {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "channel" -> channel = text(name, channel, parser, value);
        case "key" -> key = text(name, key, parser, value);
        case "owner" -> owner = text(name, owner, parser, value);
        case "epoch" -> epoch = text(name, epoch, parser, value);
        case "ts" -> ts = number(name, ts, parser, value);
        case "offset" -> offset = number(name, offset, parser, value);
        case "data" -> {
          refuseTwice(name, data);
          data = true;
          parser.skipChildren();
        }
        default -> parser.skipChildren();
      }
    }

    private static @Nullable String text(
        String name, @Nullable String before, JsonParser parser, JsonToken value)
        throws IOException, InvalidEnvelopeException {
      refuseTwice(name, before != null);
      return switch (value) {
        case VALUE_STRING -> parser.getText();
        case VALUE_NULL -> null;
        default -> throw new InvalidEnvelopeException(name + " is not a string", null);
      };
    }

    private static @Nullable Long number(
        String name, @Nullable Long before, JsonParser parser, JsonToken value)
        throws IOException, InvalidEnvelopeException {
      refuseTwice(name, before != null);
      if (value == JsonToken.VALUE_NULL) {
        return null;
      }
      if (value != JsonToken.VALUE_NUMBER_INT || parser.getLongValue() < 0) {
        throw new InvalidEnvelopeException(name + " is not a whole number from 0", null);
      }
      return parser.getLongValue();
    }

    private static void refuseTwice(String name, boolean seen) throws InvalidEnvelopeException {
      if (seen) {
        throw new InvalidEnvelopeException(name + " appears twice", null);
      }
    }

    Envelope envelope(String exactText) throws InvalidEnvelopeException {
      if (channel == null || ts == null || !data) {
        throw new InvalidEnvelopeException("channel, ts or data is missing", null);
      }
      if ((epoch == null) != (offset == null)) {
        throw new InvalidEnvelopeException("epoch and offset come together", null);
      }
      Position position = epoch == null || offset == null ? null : new Position(epoch, offset);
      return new Envelope(channel, key, owner, ts, position, exactText);
    }
  }
}
