package io.kucun.gateway.protocol;

import static io.kucun.gateway.protocol.ErrorCode.INVALID_VALUE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one text frame, in one pass. */
final class FieldScanner {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_ID = 64;

  private final Set<String> names = new HashSet<>();
  private final Map<String, Since> since = new LinkedHashMap<>();
  private @Nullable String type;
  private @Nullable CommandId id;
  private @Nullable String channel;
  private @Nullable List<String> channels;
  private @Nullable String token;

  Fields scan(String text) throws BadCommandException {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw CommandReader.malformed();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        take(parser.currentName(), parser);
      }
      if (parser.nextToken() != null) {
        throw CommandReader.malformed();
      }
    } catch (IOException e) {
      throw CommandReader.malformed().withId(id);
    } catch (BadCommandException e) {
      throw e.withId(id);
    }
    return new Fields(names, type, id, channel, channels, since, token);
  }

  private void take(String name, JsonParser parser) throws IOException, BadCommandException {
    if (!names.add(name)) {
      throw invalid(name, "appears twice");
    }
    JsonToken value = parser.nextToken();
    switch (name) {
      case "type" -> type = string(name, parser, value);
      case "id" -> id = id(parser, value);
      case "channel" -> channel = string(name, parser, value);
      case "channels" -> channels = strings(name, parser, value);
      case "since" -> positions(parser, value);
      case "token" -> token = string(name, parser, value);
      default -> parser.skipChildren();
    }
  }

  private static String string(String name, JsonParser parser, JsonToken value)
      throws IOException, BadCommandException {
    if (value != JsonToken.VALUE_STRING) {
      throw invalid(name, "is a string");
    }
    return parser.getText();
  }

  private static List<String> strings(String name, JsonParser parser, JsonToken value)
      throws IOException, BadCommandException {
    if (value != JsonToken.START_ARRAY) {
      throw invalid(name, "is a list of strings");
    }
    List<String> strings = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      strings.add(string(name, parser, t));
    }
    return strings;
  }

  private static CommandId id(JsonParser parser, JsonToken value)
      throws IOException, BadCommandException {
    String text = parser.getText();
    if (text.length() > MAX_ID) {
      throw invalid("id", "has at most " + MAX_ID + " characters");
    }
    return switch (value) {
      case VALUE_NUMBER_INT -> new CommandId(text);
      case VALUE_STRING ->
          new CommandId(
              '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"');
      default -> throw invalid("id", "is a whole number or a string");
    };
  }

  private void positions(JsonParser parser, JsonToken value)
      throws IOException, BadCommandException {
    if (value != JsonToken.START_OBJECT) {
      throw invalid("since", "is an object: {\"orders\":{\"epoch\":\"e1\",\"offset\":17}}");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (since.put(name, position(parser)) != null) {
        throw invalid("since", "names a channel twice");
      }
    }
  }

  private static Since position(JsonParser parser) throws IOException, BadCommandException {
    String epoch = null;
    Long offset = null;
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals("epoch") && value == JsonToken.VALUE_STRING && epoch == null) {
          epoch = parser.getText();
        } else if (field.equals("offset")
            && value == JsonToken.VALUE_NUMBER_INT
            && offset == null) {
          offset = parser.getLongValue();
        } else {
          throw invalid("since", "holds an epoch and an offset for each channel");
        }
      }
    }
    if (epoch == null || offset == null || offset < 0) {
      throw invalid("since", "holds an epoch and an offset for each channel");
    }
    return new Since(epoch, offset);
  }

  private static BadCommandException invalid(String name, String rule) {
    return new BadCommandException(INVALID_VALUE, "\"" + name + "\" " + rule, null);
  }
}
