package io.kucun.inventory.events;

import org.junit.jupiter.api.BeforeEach;

/** One relay that goes on, whatever has happened to its log. */
abstract class OnOneRelay extends OnOneLog {
  HandRelay relay;

  @BeforeEach
  void oneRelay() {
    relay = relay();
  }

  void published(int events) {
    commit("products", events);
    relay.drain();
  }

  /** The next step fails or compares; whatever a real loop meets, it then goes on. */
  void goesOn() {
    relay.carrier.doubt();
    commit("products", 2);
    relay.drain();
  }
}
