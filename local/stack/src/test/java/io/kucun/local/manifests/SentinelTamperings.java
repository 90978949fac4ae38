package io.kucun.local.manifests;

import java.util.List;

/** What would be wrong with the Redis that Sentinel watches. */
final class SentinelTamperings {
  private static final String OVERLAY = "k8s/overlays/prod-redis";
  private static final String REDIS = "StatefulSet redis";
  private static final String POD = "/spec/template/spec/";

  static final List<Tampering> ALL =
      List.of(
          of("who decide by majority are three or more, and odd", REDIS, "/spec/replicas", "2"),
          of("who decide by majority are three or more, and odd", REDIS, "/spec/replicas", "1"),
          of(
              "no two that keep the same data are on one node",
              REDIS,
              POD + "topologySpreadConstraints/1/whenUnsatisfiable",
              "\"ScheduleAnyway\""),
          of(
              "disruptions take one pod at a time",
              "PodDisruptionBudget redis",
              "/spec/maxUnavailable",
              "2"),
          of(
              "a Redis of ours evicts only what may go",
              REDIS,
              POD + "containers/0/args",
              "[\"--maxmemory\",\"1gb\"]"),
          of(
              "every pod has a policy that lets some in",
              "NetworkPolicy redis",
              "/spec/ingress/0/from",
              ""));

  private SentinelTamperings() {}

  private static Tampering of(String rule, String object, String where, String value) {
    return new Tampering(OVERLAY, rule, object, where, value);
  }
}
