package io.kucun.inventory.log;

import io.kucun.inventory.events.Channel;
import io.kucun.inventory.web.Caller;
import io.kucun.inventory.web.Roles;
import io.quarkus.security.ForbiddenException;
import java.util.Optional;

/** Who may read which channel: whoever may read the entities that its events are about. */
final class EventRights {
  private EventRights() {}

  /**
   * Requires that somebody may read a channel.
   *
   * @return the only owner whose events the caller sees; empty for all
   * @throws ForbiddenException if none of the caller's roles may
   */
  static Optional<String> require(Channel channel, Caller caller) {
    return switch (channel) {
      case PRODUCTS, INVENTORY -> Optional.empty();
      case ORDERS -> {
        if (caller.has(Roles.ADMIN) || caller.has(Roles.WAREHOUSE)) {
          yield Optional.empty();
        }
        if (!caller.has(Roles.SALES)) {
          throw new ForbiddenException();
        }
        yield Optional.of(caller.actor().subject());
      }
    };
  }
}
