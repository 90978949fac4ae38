package io.kucun.gateway.session.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kucun.gateway.access.Identity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket stands for, and how it is kept: {@code
 * {"sub","name","roles":[…],"iat":…,"exp":…,"origin"}}.
 *
 * @param origin the web origin it was issued to; absent if the request had none
 */
record TicketContent(Identity identity, @Nullable String origin) {

  private static final JsonFactory JSON = new JsonFactory();

  String toJson() {
    StringWriter text = new StringWriter(200);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("sub", identity.subject());
      json.writeStringField("name", identity.name());
      json.writeArrayFieldStart("roles");
      for (String role : identity.roles()) {
        json.writeString(role);
      }
      json.writeEndArray();
      json.writeNumberField("iat", identity.issuedAt().toEpochMilli());
      json.writeNumberField("exp", identity.expiresAt().toEpochMilli());
      if (origin != null) {
        json.writeStringField("origin", origin);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes every character", e);
    }
    return text.toString();
  }

  static TicketContent parse(String text) {
    String subject = "";
    String name = "";
    Set<String> roles = new LinkedHashSet<>();
    long iat = 0;
    long exp = 0;
    String origin = null;
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "sub" -> subject = parser.getText();
          case "name" -> name = parser.getText();
          case "iat" -> iat = parser.getLongValue();
          case "exp" -> exp = parser.getLongValue();
          case "origin" -> origin = parser.getText();
          case "roles" -> readTexts(parser, roles);
          default -> parser.skipChildren();
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT) {
        throw new IllegalArgumentException("not a ticket");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not a ticket", e);
    }
    Identity identity =
        new Identity(subject, name, roles, Instant.ofEpochMilli(iat), Instant.ofEpochMilli(exp));
    return new TicketContent(identity, origin);
  }

  private static void readTexts(JsonParser parser, Set<String> texts) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException("not a ticket");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw new IllegalArgumentException("not a ticket");
      }
      texts.add(parser.getText());
    }
  }
}
