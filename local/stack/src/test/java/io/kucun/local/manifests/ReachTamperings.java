package io.kucun.local.manifests;

import java.util.List;

/** Changes after which something is out of reach. */
final class ReachTamperings {
  static final List<Tampering> ALL =
      List.of(
          new Tampering("every pod may ask for names", "NetworkPolicy names", "/spec/egress", "[]"),
          new Tampering(
              "every pod may ask for names",
              "NetworkPolicy names",
              "/spec/egress/0/ports/1/protocol",
              "\"UDP\""),
          new Tampering(
              "the services may reach what they need",
              "NetworkPolicy inventory-api",
              "/spec/egress/0/ports/0/port",
              "5433"),
          new Tampering(
              "the services may reach what they need",
              "NetworkPolicy realtime-gateway",
              "/spec/egress/1",
              "{}"),
          new Tampering(
              "the services listen on the ports of their variables",
              "Deployment inventory-api",
              "/spec/template/spec/containers/0/ports/0/containerPort",
              "8081"));

  private ReachTamperings() {}
}
