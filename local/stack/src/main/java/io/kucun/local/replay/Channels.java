package io.kucun.local.replay;

import java.util.List;

/** The channels of the system. */
final class Channels {
  static final String INVENTORY = "inventory";
  static final String ORDERS = "orders";
  static final List<String> ALL = List.of("products", INVENTORY, ORDERS);

  private Channels() {}
}
