package io.kucun.inventory.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A committed event with its offset. The same row always gives the same envelope. */
record EventRow(
    String channel,
    String key,
    @Nullable String owner,
    List<String> tags,
    String data,
    long ts,
    long offset,
    @Nullable String traceparent) {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** The columns that {@link #of} reads. */
  static final String COLUMNS =
      "e.channel, e.key, e.owner, e.tags, e.data, e.ts, e.log_offset, e.traceparent";

  static EventRow of(Row row) {
    return new EventRow(
        row.getString("channel"),
        row.getString("key"),
        row.getString("owner"),
        List.of(row.getArrayOfStrings("tags")),
        row.getString("data"),
        row.getLong("ts"),
        row.getLong("log_offset"),
        row.getString("traceparent"));
  }

  String envelope(String epoch) {
    StringWriter text = new StringWriter(data.length() + 240);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("channel", channel);
      out.writeFieldName("data");
      out.writeRawValue(data);
      out.writeNumberField("ts", ts);
      out.writeNumberField("offset", offset);
      out.writeStringField("epoch", epoch);
      out.writeStringField("key", key);
      if (owner != null) {
        out.writeStringField("owner", owner);
      }
      if (traceparent != null) {
        out.writeStringField("traceparent", traceparent);
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
