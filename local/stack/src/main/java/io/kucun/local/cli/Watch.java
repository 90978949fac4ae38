package io.kucun.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.FrameListener;
import io.kucun.local.client.Subscription;
import io.kucun.local.client.Tokens;
import io.kucun.local.stack.Settings;
import java.util.List;
import java.util.Map;

/** Frames on standard output, what happens to the connection on standard error. */
final class Watch implements FrameListener {
  private final Settings settings;
  private final Console console;

  Watch(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  int run(List<String> channels, String user) {
    Tokens tokens = new Tokens(settings.issuer(), user);
    try (Subscription subscription =
        new Subscription(settings.gatewayUrl(), tokens, channels, Map.of(), this)) {
      subscription.run();
    }
    return 0;
  }

  @Override
  public void frame(String text, JsonNode frame) {
    console.line(text);
  }

  @Override
  public void notice(String line) {
    console.notice(line);
  }
}
