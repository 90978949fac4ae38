package io.kucun.gateway.protocol;

import static io.kucun.gateway.protocol.ErrorCode.INVALID_VALUE;
import static io.kucun.gateway.protocol.ErrorCode.MALFORMED_JSON;
import static io.kucun.gateway.protocol.ErrorCode.MISSING_FIELD;
import static io.kucun.gateway.protocol.ErrorCode.UNKNOWN_FIELD;
import static io.kucun.gateway.protocol.ErrorCode.UNKNOWN_TYPE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a text frame into a command, or says exactly why it is none. */
public final class CommandReader {

  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "subscribe", Set.of("type", "id", "channel", "channels", "since"),
          "unsubscribe", Set.of("type", "id", "channel", "channels"),
          "auth", Set.of("type", "id", "token"),
          "ping", Set.of("type", "id"));

  /** Each name in a command has its place in the answer: so many for one are answered at least. */
  private static final int ENOUGH_NAMES = 256;

  private final int mostNames;

  /**
   * Reads the commands of clients that may have so many channels.
   *
   * @param maxChannels most channels of a connection
   */
  public CommandReader(int maxChannels) {
    this.mostNames = Math.max(ENOUGH_NAMES, maxChannels);
  }

  public Command read(String text) throws BadCommandException {
    Fields fields = new FieldScanner().scan(text);
    try {
      return command(fields);
    } catch (BadCommandException e) {
      throw e.withId(fields.id());
    }
  }

  private Command command(Fields fields) throws BadCommandException {
    if (fields.type() == null) {
      throw new BadCommandException(MISSING_FIELD, "\"type\" is missing", null);
    }
    Set<String> allowed = FIELDS.get(fields.type());
    if (allowed == null) {
      throw new BadCommandException(
          UNKNOWN_TYPE, "the types are subscribe, unsubscribe, auth and ping", null);
    }
    for (String name : fields.names()) {
      if (!allowed.contains(name)) {
        throw new BadCommandException(UNKNOWN_FIELD, unknown(fields.type(), allowed), null);
      }
    }
    return switch (fields.type()) {
      case "subscribe" -> subscribe(fields);
      case "unsubscribe" -> new Command.Unsubscribe(fields.id(), channels(fields));
      case "auth" -> new Command.Auth(fields.id(), required("token", fields.token()));
      default -> new Command.Ping(fields.id());
    };
  }

  private static String unknown(String type, Set<String> allowed) {
    return "the fields of "
        + type
        + " are "
        + String.join(", ", allowed.stream().sorted().toList());
  }

  private Command subscribe(Fields fields) throws BadCommandException {
    List<String> channels = channels(fields);
    for (String name : fields.since().keySet()) {
      if (channels.stream().noneMatch(c -> c.equals(name) || c.startsWith(name + ":"))) {
        throw new BadCommandException(
            INVALID_VALUE, "\"since\" names a channel that is not subscribed", null);
      }
    }
    return new Command.Subscribe(fields.id(), channels, fields.since());
  }

  private List<String> channels(Fields fields) throws BadCommandException {
    if (fields.channel() != null && fields.channels() != null) {
      throw new BadCommandException(
          INVALID_VALUE, "give \"channel\" or \"channels\", not both", null);
    }
    if (fields.channel() != null) {
      return List.of(fields.channel());
    }
    List<String> channels = required("channel\" or \"channels", fields.channels());
    if (channels.isEmpty()) {
      throw new BadCommandException(INVALID_VALUE, "\"channels\" is empty", null);
    }
    if (channels.size() > mostNames) {
      throw new BadCommandException(
          INVALID_VALUE, "\"channels\" has at most " + mostNames + " names", null);
    }
    return new ArrayList<>(new LinkedHashSet<>(channels));
  }

  private static <T> T required(String name, @Nullable T value) throws BadCommandException {
    if (value == null) {
      throw new BadCommandException(MISSING_FIELD, "\"" + name + "\" is missing", null);
    }
    return value;
  }

  static BadCommandException malformed() {
    return new BadCommandException(MALFORMED_JSON, "a command is one JSON object", null);
  }
}
