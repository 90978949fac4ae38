package io.kucun.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.FrameListener;
import io.kucun.local.client.Subscription;
import io.kucun.local.client.Tokens;
import io.kucun.local.stack.Settings;
import io.kucun.local.stack.StackException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Frames on standard output, what happens to the connection on standard error. */
final class Watch implements FrameListener {
  private static final Pattern ENTITY = Pattern.compile("(products|inventory|orders):(.*)");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Settings settings;
  private final Console console;
  private volatile int exitCode;
  private volatile Runnable end = () -> {};

  Watch(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  int run(List<String> channels, String user) {
    channels.forEach(Watch::checkId);
    Tokens tokens = new Tokens(settings.issuer(), user);
    try (Subscription subscription =
        new Subscription(settings.gatewayUrl(), tokens, channels, Map.of(), this)) {
      end = subscription::close;
      Reader.whenGone(end);
      subscription.run();
    }
    return exitCode;
  }

  /** An entity that cannot be would be watched in silence for ever. */
  private static void checkId(String channel) {
    Matcher entity = ENTITY.matcher(channel);
    if (entity.matches() && !ID.matcher(entity.group(2)).matches()) {
      String what = entity.group(1).equals("orders") ? "an order's" : "a product's";
      throw new StackException(channel + ": " + what + " id is a UUID in lower case");
    }
  }

  @Override
  public void frame(String text, JsonNode frame) {
    if (!console.line(text)) {
      end.run();
    }
    if (frame.path("type").asText().equals("subscribed")) {
      checkChannels(frame.path("channels"));
    }
  }

  /** With no channel left there is nothing to wait for. */
  private void checkChannels(JsonNode channels) {
    int refused = 0;
    for (Map.Entry<String, JsonNode> channel : channels.properties()) {
      String error = channel.getValue().path("error").asText("");
      if (!error.isEmpty()) {
        refused++;
        console.error(channel.getKey() + ": " + error);
      }
    }
    if (refused == channels.size()) {
      exitCode = 1;
      end.run();
    }
  }

  @Override
  public void notice(String line) {
    console.notice(line);
  }
}
