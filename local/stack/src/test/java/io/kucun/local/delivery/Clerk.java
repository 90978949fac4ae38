package io.kucun.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.client.Json;
import io.kucun.local.rig.Answer;
import io.kucun.local.rig.Rig;
import io.kucun.local.rig.Workers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Does a warehouse's day at random: goods come and go, orders take their steps, a product is given
 * new fields. One thread; the goods are shared with all others.
 */
final class Clerk implements Workers.Own {
  private static final int MOST_OPEN = 4;

  private final List<String> goods;
  private final String own;
  private final Journal journal;
  private final Random random;
  private final Pen pen;
  private final Deque<Order> open = new ArrayDeque<>();
  private long version;
  private int names;

  /**
   * Sends nothing yet.
   *
   * @param goods products with stock
   * @param own the product that only this one gives new fields
   */
  Clerk(Rig rig, List<String> goods, String own, Journal journal, Random random) {
    this.goods = goods;
    this.own = own;
    this.journal = journal;
    this.random = random;
    this.pen = new Pen(rig, journal, random);
  }

  private record Order(String id, String status) {}

  void work() {
    int dice = random.nextInt(100);
    if (dice < 35) {
      move("inbound", lot().put("quantity", 1 + random.nextInt(20)));
    } else if (dice < 50) {
      move("outbound", lot().put("quantity", 1 + random.nextInt(15)));
    } else if (dice < 60) {
      move("adjustments", lot().put("delta", random.nextBoolean() ? 2 : -1).put("reason", "r"));
    } else if (dice < 65) {
      rename();
    } else if (open.size() < MOST_OPEN && random.nextBoolean()) {
      order();
    } else if (!open.isEmpty()) {
      step(open.removeFirst());
    }
  }

  private ObjectNode lot() {
    return Json.object().put("productId", product()).put("colorCode", "A" + random.nextInt(2));
  }

  private String product() {
    return goods.get(random.nextInt(goods.size()));
  }

  private void move(String how, ObjectNode body) {
    Answer answer = pen.post("inventory/" + how, body.toString());
    if (judged(answer)) {
      JsonNode lot = answer.json().path("lot");
      journal.written("lot:" + lot.path("id").asText(), lot.path("version").asLong());
    }
  }

  private void rename() {
    ObjectNode body =
        Json.object().put("code", "own-" + own).put("name", "n" + names++).put("unit", "piece");
    String match = "If-Match: \"" + version + "\"\r\n";
    Answer answer = pen.write("PUT", "products/" + own, match, body.toString());
    if (judged(answer)) {
      version = answer.json().path("version").asLong();
      journal.written("product:" + own, version);
    }
  }

  private void order() {
    ObjectNode body = Json.object().put("customerName", "Wang");
    for (int line = random.nextInt(3); line >= 0; line--) {
      body.withArray("items")
          .addObject()
          .put("productId", product())
          .put("quantity", 1 + random.nextInt(5))
          .put("unitPrice", "1.50");
    }
    became(pen.post("orders", body.toString()));
  }

  private void step(Order order) {
    boolean cancel = random.nextInt(5) == 0 && !order.status().equals("shipped");
    String step =
        switch (order.status()) {
          case "draft" -> cancel ? "cancel" : "confirm";
          case "confirmed" -> cancel ? "cancel" : "ship";
          default -> "complete";
        };
    became(pen.post("orders/" + order.id() + "/" + step, ""));
  }

  private void became(Answer answer) {
    if (judged(answer)) {
      String id = answer.json().path("id").asText();
      String status = answer.json().path("status").asText();
      journal.written("order:" + id, answer.json().path("version").asLong());
      if (!List.of("completed", "cancelled").contains(status)) {
        open.addLast(new Order(id, status));
      }
    }
  }

  /** Stock may be short; anything else is a fault of this test or of the product. */
  private boolean judged(Answer answer) {
    if (answer.status() == 409) {
      journal.refused();
      return false;
    }
    answer.orThrow();
    return true;
  }

  @Override
  public void close() {
    pen.close();
  }
}
