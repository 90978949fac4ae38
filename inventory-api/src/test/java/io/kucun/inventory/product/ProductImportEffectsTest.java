package io.kucun.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Clients;
import io.kucun.inventory.testing.CsvFiles;
import io.kucun.inventory.testing.CsvFiles.Reply;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.RedisProbe;
import io.kucun.inventory.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Importing a file of products")
class ProductImportEffectsTest {
  private static final String IMPORT = "/api/v1/products/import";

  @Inject Sql sql;
  @Inject RedisProbe redis;

  private final String prefix = "F" + UUID.randomUUID().toString().substring(0, 8);

  private static Reply post(String text) {
    return CsvFiles.post("admin", IMPORT, text);
  }

  /** Products that are there with everything that belongs to them. */
  private long created() {
    return sql.number(
        "SELECT count(*) FROM product p JOIN product_stock s ON s.product_id = p.id"
            + " JOIN event e ON e.key = p.id::text AND e.channel = 'products'"
            + " WHERE p.code LIKE $1 || '%'",
        prefix);
  }

  @Test
  @DisplayName("sent again with its key creates nothing again; another file with that key is 422")
  void idempotent() {
    byte[] file = ("code,name\n" + prefix + ",n\n").getBytes(StandardCharsets.UTF_8);
    byte[] other = ("code,name\n" + prefix + "2,n\n").getBytes(StandardCharsets.UTF_8);
    Reply first = CsvFiles.post("admin", IMPORT, CsvFiles.UTF_8, file, "Idempotency-Key", prefix);
    Reply again = CsvFiles.post("admin", IMPORT, CsvFiles.UTF_8, file, "Idempotency-Key", prefix);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(
            CsvFiles.post("admin", IMPORT, CsvFiles.UTF_8, other, "Idempotency-Key", prefix)
                .status())
        .isEqualTo(422);
    assertThat(created()).isEqualTo(1);
  }

  @Test
  @DisplayName("races with others that bring the same codes: one wins, the other is told each line")
  void race() throws Exception {
    List<Reply> replies =
        Clients.together(
            2,
            () -> {
              List<Integer> numbers = new ArrayList<>(IntStream.range(0, 1_100).boxed().toList());
              Collections.shuffle(numbers);
              return post(
                  numbers.stream()
                      .map(i -> prefix + i + ",n\n")
                      .collect(Collectors.joining("", "code,name\n", "")));
            });
    assertThat(replies.stream().map(Reply::status)).containsExactlyInAnyOrder(201, 400);
    Reply loser = replies.stream().filter(reply -> reply.status() == 400).findFirst().orElseThrow();
    assertThat(loser.faults()).hasSize(1_100).allMatch(place -> place.endsWith("duplicate_code"));
    assertThat(created()).isEqualTo(1_100);
  }

  @Test
  @DisplayName("makes lists stale at once, by a few tags however many rows it has")
  void stale() {
    String list = "/api/v1/products?search=" + prefix;
    String known = Given.product(prefix + "k", 0);
    Eventually.holds(
        () -> assertThat(As.viewer().get(list).header("Cache-Status")).contains("hit"));
    post("code,name\n" + prefix + "1,n\n" + prefix + "2,n\n");
    assertThat(As.viewer().get(list).<List<String>>path("data.id")).hasSize(3);
    sql.run("SELECT id::text FROM product WHERE code LIKE $1 || '%'", prefix)
        .forEach(row -> {
          String id = row.getString(0);
          boolean named = redis.send(Command.EXISTS, "kucun:gen:product:" + id).toInteger() == 1;
          assertThat(named).isEqualTo(id.equals(known));
        });
  }
}
