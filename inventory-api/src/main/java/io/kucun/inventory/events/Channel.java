package io.kucun.inventory.events;

import java.util.Locale;

/** The channels of the event log; each numbers its events by itself. */
public enum Channel {
  PRODUCTS,
  INVENTORY,
  ORDERS;

  /** The name on the wire, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
