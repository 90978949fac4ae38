package io.kucun.inventory.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Draws random commands. There are few products, colours, dates and pieces, so that commands meet.
 */
final class Commands {
  private static final List<String> STEPS =
      List.of("confirm", "confirm", "confirm", "ship", "ship", "cancel", "cancel", "complete");
  private static final List<String> TYPES = List.of("normal", "return", "adjust");
  private static final int LATEST_ORDERS = 4;

  private final Random random;

  Commands(long seed) {
    this.random = new Random(seed);
  }

  Command next(Model model) {
    long open = model.archived.stream().filter(archived -> !archived).count();
    int dice = random.nextInt(100);
    if (open < 2) {
      return new Command.Create(random.nextInt(10));
    }
    if (dice < 2) {
      return new Command.Archive(random.nextInt(model.archived.size()));
    }
    if (dice < 5 && !model.counts.isEmpty()) {
      return new Command.Submit();
    }
    if (dice < 7 && model.counts.size() < 2) {
      return count(model);
    }
    if (dice < 45) {
      return stock(model, key(model), dice);
    }
    if (dice < 65 || model.orders.isEmpty()) {
      return new Command.Draft(lines(model));
    }
    return new Command.Step(order(model), STEPS.get(random.nextInt(STEPS.size())));
  }

  /** Mostly one of the latest; an old one too, or what it has reserved would stay so for ever. */
  private int order(Model model) {
    int orders = model.orders.size();
    boolean any = random.nextInt(4) == 0;
    return orders - 1 - random.nextInt(any ? orders : Math.min(orders, LATEST_ORDERS));
  }

  private Command stock(Model model, Goods key, int dice) {
    if (dice < 20) {
      return new Command.Inbound(key, quantity(), TYPES.get(random.nextInt(TYPES.size())));
    }
    if (dice < 31) {
      return new Command.Outbound(key, quantity());
    }
    if (dice < 39) {
      return new Command.Adjust(key, random.nextBoolean() ? quantity() : -quantity());
    }
    Pieces lot = model.lots.get(key);
    long has = lot == null ? 0 : lot.quantity;
    return new Command.AdjustTo(key, random.nextInt(12), has + (random.nextInt(4) == 0 ? 1 : 0));
  }

  /** Lots with about as many pieces as they have. */
  private Command count(Model model) {
    Map<Goods, Long> seen = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      Goods goods = key(model);
      Pieces lot = model.lots.get(goods);
      long has = lot == null ? 0 : lot.quantity;
      seen.put(goods, Math.max(0, has + random.nextInt(5) - 2));
    }
    return new Command.Count(seen);
  }

  private List<Line> lines(Model model) {
    List<Line> lines = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      lines.add(line(model));
    }
    return lines;
  }

  private Line line(Model model) {
    int product = product(model);
    List<Goods> lots = model.lots.keySet().stream().filter(key -> mayName(key, product)).toList();
    boolean named = !lots.isEmpty() && random.nextInt(5) == 0;
    boolean onlyLot = named && random.nextInt(8) > 0;
    return new Line(
        product,
        !onlyLot && random.nextInt(3) == 0 ? color() : null,
        !onlyLot && random.nextInt(6) == 0 ? date() : null,
        named ? lots.get(random.nextInt(lots.size())) : null,
        quantity(),
        random.nextInt(2_000_000),
        random.nextInt(4) == 0);
  }

  /** Now and then, a lot of another product is named. */
  private boolean mayName(Goods key, int product) {
    return key.product() == product || random.nextInt(40) == 0;
  }

  private Goods key(Model model) {
    return new Goods(product(model), color(), date());
  }

  /** Mostly one that is not archived. */
  private int product(Model model) {
    int product = random.nextInt(model.archived.size());
    boolean again = model.archived.get(product) && random.nextInt(4) > 0;
    return again ? product(model) : product;
  }

  private long quantity() {
    return 1L + random.nextInt(9);
  }

  private @Nullable String color() {
    return random.nextInt(3) == 0 ? null : random.nextBoolean() ? "A01" : "B02";
  }

  private @Nullable String date() {
    return random.nextInt(3) == 0 ? null : "2026-0" + (1 + random.nextInt(2)) + "-01";
  }
}
