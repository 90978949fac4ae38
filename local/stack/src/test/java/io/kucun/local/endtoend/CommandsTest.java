package io.kucun.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;
import io.kucun.local.rig.Await;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Order(3)
@DisplayName("While the system runs, the command")
class CommandsTest {
  private final Stack stack = Stack.shared();

  @Test
  @DisplayName("up has shown the addresses, the logins, one command to try and its frame")
  void summary() {
    String shown = stack.launcher().output();
    assertThat(shown)
        .contains(stack.settings().apiUrl(), "password is the name", "curl -s", " sales2,");
    String frame =
        shown
            .lines()
            .filter(line -> line.strip().startsWith("{\"channel\""))
            .findFirst()
            .orElse("");
    JsonNode asked = Json.parse(shown.replaceAll("(?s).* -d '(\\{.*?\\})'.*", "$1"));
    JsonNode told = Json.parse(frame).path("data");
    assertThat(told.path("actor").asText()).isEqualTo("warehouse");
    assertThat(told.path("delta")).isEqualTo(asked.path("quantity"));
    for (String field : List.of("productId", "colorCode", "productionDate", "reason")) {
      assertThat(told.path(field).asText()).isEqualTo(asked.path(field).asText()).isNotEmpty();
    }
  }

  @Test
  @DisplayName("up made demo data")
  void demoData() {
    var tiles = stack.api("viewer").get("products?search=T800").orThrow("products");
    assertThat(tiles.path("data")).hasSize(2);
    assertThat(tiles.path("data").get(0).path("name").asText()).contains("大板");
  }

  @Test
  @DisplayName("up refuses a second one in one line")
  void secondUp() {
    Command second = stack.run("up");
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.output().lines()).singleElement().asString().contains("already running");
  }

  @Test
  @DisplayName("status shows each part up")
  void status() {
    Command status = stack.run("status");
    assertThat(status.exitCode()).as(status.output()).isZero();
    assertThat(status.output().lines())
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).contains("pid ").endsWith(" up"));
  }

  @Test
  @DisplayName("token prints a token and nothing else, or says in one line why not")
  void token() {
    Command token = stack.run("token", "warehouse");
    assertThat(token.exitCode()).isZero();
    assertThat(token.output()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
    Command nobody = stack.run("token", "nobody");
    assertThat(nobody.exitCode()).isEqualTo(1);
    assertThat(nobody.output().lines()).singleElement().asString().contains("nobody");
  }

  @Test
  @DisplayName("watch prints the frames of a channel")
  void watch() {
    Command watch = stack.run("watch", "products", "--user", "viewer");
    try {
      Await.until(
          "subscribed", Duration.ofSeconds(20), () -> watch.output().contains("subscribed"));
      String code = Goods.inStock(stack.api("admin"), 1);
      Await.until("frame", Duration.ofSeconds(10), () -> watch.output().contains(code));
    } finally {
      watch.process().destroy();
    }
  }

  @Test
  @DisplayName("watch ends with its reader, however quiet the channel is")
  void watchUnread() {
    Command watch = Command.startAndReadLine(stack.environment(), "watch", "orders");
    assertThat(watch.exitCode()).isZero();
    assertThat(watch.output().lines()).singleElement().asString().contains("welcome");
  }

  @Test
  @DisplayName("watch ends in one line when it may see none of the channels")
  void watchForbidden() {
    Command watch = stack.run("watch", "orders", "--user", "viewer");
    assertThat(watch.exitCode()).isEqualTo(1);
    assertThat(watch.output()).contains("orders: forbidden");
  }

  @Test
  @DisplayName("logs prints what a part has logged, and names the parts when there is no such")
  void logs() {
    Command logs = stack.run("logs", "inventory-api");
    assertThat(logs.exitCode()).isZero();
    assertThat(logs.output()).contains("inventory-api");
    Command unknown = stack.run("logs", "nothing");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.output()).contains("realtime-gateway");
  }

  @Test
  @DisplayName("epoch new makes clients read again, and events go on in the new epoch")
  void epochNew() {
    Command watch = stack.run("watch", "products", "--user", "viewer");
    try {
      Await.until(
          "subscribed", Duration.ofSeconds(20), () -> watch.output().contains("subscribed"));
      Command epoch = stack.run("epoch", "new");
      assertThat(epoch.exitCode()).as(epoch.output()).isZero();
      assertThat(epoch.output()).matches("The event log begins epoch [0-9a-f]{12}; it was .*\n");
      String fresh = epoch.output().replaceAll("(?s).* epoch ([0-9a-f]{12});.*", "$1");
      Await.until(
          "resync",
          Duration.ofSeconds(20),
          () -> watch.output().lines().anyMatch(it -> it.contains("resync") && it.contains(fresh)));
      String code = Goods.inStock(stack.api("admin"), 1);
      Await.until(
          "frame",
          Duration.ofSeconds(10),
          () -> watch.output().lines().anyMatch(it -> it.contains(code) && it.contains(fresh)));
    } finally {
      watch.process().destroy();
    }
  }

  @Test
  @DisplayName("epoch says in one line what else it does not do, and where there is no event log")
  void epochRefused() {
    Command old = stack.run("epoch", "old");
    assertThat(old.exitCode()).isEqualTo(1);
    assertThat(old.output().lines()).singleElement().asString().contains("epoch new");
    Map<String, String> elsewhere = new HashMap<>(stack.environment());
    String url = stack.settings().databaseUrl();
    elsewhere.put("DATABASE_URL", url.substring(0, url.lastIndexOf('/')) + "/postgres");
    elsewhere.put("DATABASE_USER", stack.settings().databaseUser());
    elsewhere.put("DATABASE_PASSWORD", stack.settings().databasePassword());
    Command empty = Command.start(elsewhere, "epoch", "new");
    assertThat(empty.exitCode()).isEqualTo(1);
    assertThat(empty.output().lines()).singleElement().asString().contains("no event log");
  }

  @ParameterizedTest(name = "run {0}")
  @ValueSource(ints = {1, 2})
  @DisplayName("replay accounts for every line and event, also on a system that has them")
  void replay(int run) throws Exception {
    URL file = Objects.requireNonNull(getClass().getResource("/dirty-invoices.csv"));
    Command replay = stack.run("replay", Path.of(file.toURI()).toString());
    assertThat(replay.exitCode()).as("run %d:%n%s", run, replay.output()).isZero();
    assertThat(replay.output())
        .contains("19 lines read", "7 sold, in 4 orders", "2 returned", "10 skipped", "0 failed")
        .contains("5 service code, not goods (first: line 4: 900001,POST")
        .contains("CC BY 4.0")
        .doesNotContain("FAIL");
  }

  @Test
  @DisplayName("replay says in one line that there is no such file")
  void replayMissing() {
    Command replay = stack.run("replay", "/no/such.csv");
    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.output().lines()).singleElement().asString().contains("/no/such.csv");
  }
}
