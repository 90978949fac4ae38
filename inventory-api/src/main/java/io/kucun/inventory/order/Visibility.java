package io.kucun.inventory.order;

import io.kucun.inventory.web.Caller;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Roles;
import java.util.Optional;

/**
 * Which orders somebody sees.
 *
 * @param onlyOwner the subject whose orders these are; empty for all orders
 */
record Visibility(Optional<String> onlyOwner) {

  /** Sales see their own orders, everybody else who may read orders sees all. */
  static Visibility of(Caller caller) {
    boolean all = caller.has(Roles.ADMIN) || caller.has(Roles.WAREHOUSE);
    return new Visibility(all ? Optional.empty() : Optional.of(caller.actor().subject()));
  }

  /** Who sells may change only what is their own, whatever else they may see. */
  static Visibility toSell(Caller caller) {
    return caller.has(Roles.ADMIN)
        ? new Visibility(Optional.empty())
        : new Visibility(Optional.of(caller.actor().subject()));
  }

  /** Hides somebody else's order as if it were not there. */
  void require(SalesOrder order) {
    if (onlyOwner.isPresent() && !onlyOwner.get().equals(order.owner)) {
      throw ProblemException.notFound(OrderPhrase.NO_ORDER.with(order.id));
    }
  }
}
