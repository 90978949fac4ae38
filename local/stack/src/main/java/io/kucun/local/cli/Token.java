package io.kucun.local.cli;

import io.kucun.local.client.Tokens;
import io.kucun.local.stack.Settings;

/** An access token, and nothing else, on a line. */
final class Token {
  private final Settings settings;
  private final Console console;

  Token(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  int run(String user) {
    console.line(new Tokens(settings.issuer(), user).fresh());
    return 0;
  }
}
