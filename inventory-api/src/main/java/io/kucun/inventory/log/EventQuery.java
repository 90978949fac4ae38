package io.kucun.inventory.log;

import io.kucun.inventory.events.Channel;
import io.kucun.inventory.events.Position;
import io.kucun.inventory.web.Message;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.QueryParameters;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which events are asked for.
 *
 * @param after behind which position; empty for the oldest that are kept
 * @param limit the most events in the answer
 */
record EventQuery(Channel channel, Optional<Position> after, int limit) {
  static final Set<String> PARAMETERS = Set.of("channel", "after", "limit");

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;
  private static final Pattern POSITION = Pattern.compile("[A-Za-z0-9._-]{1,64}:\\d{1,18}");

  static EventQuery of(QueryParameters parameters) {
    Channel channel =
        parameters
            .choice("channel", Channel.class)
            .orElseThrow(() -> ProblemException.invalidParameter("channel", whichChannel()));
    return new EventQuery(
        channel,
        parameters.text("after").map(EventQuery::position),
        parameters.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT));
  }

  private static Message whichChannel() {
    return LogPhrase.WHICH_CHANNEL.with(
        "channel", Arrays.stream(Channel.values()).map(Channel::wire).toList());
  }

  private static Position position(String text) {
    Position position = POSITION.matcher(text).matches() ? Position.parse(text) : null;
    if (position == null) {
      throw ProblemException.invalidParameter("after", LogPhrase.NOT_A_POSITION.with("after"));
    }
    return position;
  }
}
