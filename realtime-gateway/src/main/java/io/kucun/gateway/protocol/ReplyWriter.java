package io.kucun.gateway.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes control frames. */
public final class ReplyWriter {

  private static final JsonFactory JSON = new JsonFactory();

  public String write(Reply reply) {
    StringWriter text = new StringWriter(160);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      body(reply, json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes every character", e);
    }
    return text.toString();
  }

  private static void body(Reply reply, JsonGenerator json) throws IOException {
    switch (reply) {
      case Reply.Welcome r -> {
        type("welcome", null, json);
        json.writeStringField("session", r.session());
        json.writeNumberField("heartbeatMs", r.heartbeatMs());
        json.writeNumberField("expiresAt", r.expiresAt());
      }
      case Reply.Subscribed r -> {
        type("subscribed", r.id(), json);
        answers(r.channels(), json);
      }
      case Reply.Unsubscribed r -> {
        type("unsubscribed", r.id(), json);
        names(r.channels(), json);
        json.writeStringField("reason", r.reason());
      }
      case Reply.Authenticated r -> expiry("authenticated", r.id(), r.expiresAt(), json);
      case Reply.AuthExpiring r -> expiry("auth_expiring", null, r.expiresAt(), json);
      case Reply.Failed r -> {
        type("error", r.id(), json);
        json.writeStringField("code", r.code().wire());
        json.writeStringField("message", r.message());
      }
      case Reply.Resync r -> {
        type("resync", null, json);
        json.writeStringField("channel", r.channel());
        position(r.at(), json);
      }
      case Reply.Positions r -> positions(r.positions(), json);
      case Reply.Degraded r -> {
        type("degraded", null, json);
        json.writeBooleanField("on", r.on());
      }
      case Reply.Reconnect r -> {
        type("reconnect", null, json);
        json.writeNumberField("afterMs", r.afterMs());
      }
      case Reply.Pong r -> type("pong", r.id(), json);
    }
  }

  private static void type(String type, @Nullable CommandId id, JsonGenerator json)
      throws IOException {
    json.writeStringField("type", type);
    if (id != null) {
      json.writeFieldName("id");
      json.writeRawValue(id.json());
    }
  }

  private static void expiry(
      String type, @Nullable CommandId id, long expiresAt, JsonGenerator json) throws IOException {
    type(type, id, json);
    json.writeNumberField("expiresAt", expiresAt);
  }

  private static void answers(Map<String, ChannelAnswer> channels, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("channels");
    for (Map.Entry<String, ChannelAnswer> channel : channels.entrySet()) {
      json.writeObjectFieldStart(channel.getKey());
      switch (channel.getValue()) {
        case ChannelAnswer.Refused(ErrorCode error) -> json.writeStringField("error", error.wire());
        case ChannelAnswer.Subscribed(Since at, Boolean recovered) -> {
          if (at != null) {
            position(at, json);
          }
          if (recovered != null) {
            json.writeBooleanField("recovered", recovered);
          }
        }
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void positions(Map<String, Since> positions, JsonGenerator json)
      throws IOException {
    type("position", null, json);
    json.writeObjectFieldStart("positions");
    for (Map.Entry<String, Since> channel : positions.entrySet()) {
      json.writeObjectFieldStart(channel.getKey());
      position(channel.getValue(), json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void names(List<String> channels, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("channels");
    for (String channel : channels) {
      json.writeString(channel);
    }
    json.writeEndArray();
  }

  private static void position(Since at, JsonGenerator json) throws IOException {
    json.writeStringField("epoch", at.epoch());
    json.writeNumberField("offset", at.offset());
  }
}
