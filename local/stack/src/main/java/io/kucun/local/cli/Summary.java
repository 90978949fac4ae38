package io.kucun.local.cli;

import io.kucun.local.client.Api;
import io.kucun.local.client.ClientException;
import io.kucun.local.client.Json;
import io.kucun.local.stack.Part;
import io.kucun.local.stack.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What there is, who may log in, and one command to try. */
final class Summary {
  private final Settings settings;
  private final Console console;
  private final Api api;

  Summary(Settings settings, Console console, Api api) {
    this.settings = settings;
    this.console = console;
    this.api = api;
  }

  void print() {
    console.line("");
    console.line("  Dashboard  " + settings.apiUrl() + "/");
    console.line(
        "  API        "
            + settings.apiUrl()
            + "/api/v1   (description: /q/openapi, UI: /q/swagger-ui)");
    console.line("  WebSocket  " + settings.gatewayUrl().replaceFirst("^http", "ws") + "/ws");
    console.line("  Issuer     " + settings.issuer());
    if (settings.starts(Part.KEYCLOAK)) {
      console.line("  Keycloak   " + settings.keycloakUrl() + "/admin   (admin, admin)");
      console.line(
          "  Logins     admin, warehouse, sales, sales2, viewer; the password is the name");
    }
    console.line("  Logs       ./kucun logs [-f] [part]");
    Trial.of(api).ifPresent(this::print);
    console.line("");
  }

  void print(Trial trial) {
    console.line("");
    console.line("Watch in one terminal:  ./kucun watch inventory");
    console.line("Change stock in another:");
    console.line("  " + trial.command(settings.apiUrl()));
    Path example = settings.directory().exampleFrame();
    String frame = Files.exists(example) ? read(example) : "";
    if (isOf(trial, frame)) {
      console.line("It produces a frame such as:");
      console.line("  " + frame);
    }
  }

  private static boolean isOf(Trial trial, String frame) {
    try {
      return trial.produced(Json.parse(frame));
    } catch (ClientException e) {
      // Cut short by a crash.
      return false;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
