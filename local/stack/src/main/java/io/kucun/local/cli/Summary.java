package io.kucun.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.client.Api;
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
    JsonNode products = api.get("products?search=T800-01&limit=1").orThrow("the list of products");
    if (products.path("data").isEmpty()) {
      products = api.get("products?limit=1").orThrow("the list of products");
    }
    if (!products.path("data").isEmpty()) {
      printTrial(products.path("data").get(0).path("id").asText());
    }
    console.line("");
  }

  private void printTrial(String productId) {
    console.line("");
    console.line("Watch in one terminal:  ./kucun watch inventory");
    console.line("Change stock in another:");
    console.line(
        "  curl -s "
            + settings.apiUrl()
            + "/api/v1/inventory/inbound"
            + " -H \"Authorization: Bearer $(./kucun token warehouse)\""
            + " -H 'Content-Type: application/json' -d '"
            + inbound(productId)
            + "'");
    Path example = settings.directory().exampleFrame();
    if (Files.exists(example)) {
      console.line("It produces a frame such as:");
      console.line("  " + read(example));
    }
  }

  private static ObjectNode inbound(String productId) {
    return Json.object()
        .put("productId", productId)
        .put("colorCode", "A01")
        .put("productionDate", "2026-03-12")
        .put("quantity", 5)
        .put("type", "normal")
        .put("reason", "delivery");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
