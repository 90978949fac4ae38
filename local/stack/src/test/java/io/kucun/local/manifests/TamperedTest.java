package io.kucun.local.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The rules for manifests")
class TamperedTest {
  private static final String API = "Deployment inventory-api";
  private static final String GATEWAY = "Deployment realtime-gateway";
  private static final String POD = "/spec/template/spec/";
  private static final String CONTAINER = POD + "containers/0/";

  static List<Tampering> tamperings() {
    return Stream.of(
            containers(), pods(), rollout(), traffic(), ReachTamperings.ALL, SentinelTamperings.ALL)
        .flatMap(List::stream)
        .toList();
  }

  private static List<Tampering> containers() {
    String context = CONTAINER + "securityContext/";
    return List.of(
        new Tampering("images have a version", API, CONTAINER + "image", "\"kucun/api:latest\""),
        new Tampering("images have a version", API, CONTAINER + "image", "\"kucun/api\""),
        new Tampering("processor time is requested", API, CONTAINER + "resources/requests/cpu", ""),
        new Tampering("memory is requested and limited", API, CONTAINER + "resources/limits", ""),
        new Tampering(
            "the root file system is read-only", API, context + "readOnlyRootFilesystem", "false"),
        new Tampering("nobody gains privileges", API, context + "allowPrivilegeEscalation", ""),
        new Tampering("nobody gains privileges", API, context + "privileged", "true"),
        new Tampering(
            "nobody gains privileges", API, context + "capabilities", "{\"drop\":[\"NET_RAW\"]}"),
        new Tampering("there are three probes", GATEWAY, CONTAINER + "startupProbe", ""),
        new Tampering(
            "ours are probed on the management port",
            GATEWAY,
            CONTAINER + "livenessProbe/httpGet/port",
            "\"ws\""),
        new Tampering(
            "no password stands in a manifest",
            API,
            CONTAINER + "env/3",
            "{\"name\":\"DATABASE_PASSWORD\",\"value\":\"kucun\"}"),
        new Tampering(
            "no password stands in a manifest",
            API,
            CONTAINER + "env/0",
            "{\"name\":\"REDIS_URL\",\"value\":\"redis://:a@redis\"}"));
  }

  private static List<Tampering> pods() {
    return List.of(
        new Tampering(
            "pods run as a number that is not root", API, POD + "securityContext/runAsUser", "0"),
        new Tampering(
            "pods have the platform's system call filter",
            API,
            POD + "securityContext/seccompProfile/type",
            "\"Unconfined\""),
        new Tampering(
            "pods have no token of the cluster", API, POD + "automountServiceAccountToken", ""),
        new Tampering("pods get no variables of Services", API, POD + "enableServiceLinks", "true"),
        new Tampering(
            "service accounts mount no token",
            "ServiceAccount inventory-api",
            "/automountServiceAccountToken",
            "true"),
        new Tampering(
            "the namespace enforces restricted pods",
            "Namespace kucun-dev",
            "/metadata/labels",
            "{\"pod-security.kubernetes.io/enforce\":\"baseline\"}"),
        new Tampering(
            "everything is in the one namespace",
            "Service redis",
            "/metadata/namespace",
            "\"default\""),
        new Tampering("no Secret is stored", "Service redis", "/kind", "\"Secret\""),
        new Tampering(
            "references lead to something",
            API,
            CONTAINER + "envFrom/0/configMapRef/name",
            "\"kucun\""),
        new Tampering(
            "references lead to something",
            API,
            CONTAINER + "env/1/valueFrom/secretKeyRef/name",
            "\"other\""));
  }

  private static List<Tampering> rollout() {
    return List.of(
        new Tampering(
            "a new pod is ready before an old one goes",
            API,
            "/spec/strategy/rollingUpdate/maxUnavailable",
            "1"),
        new Tampering(
            "a pod leaves the load balancers before it stops",
            GATEWAY,
            CONTAINER + "lifecycle",
            ""),
        new Tampering(
            "the grace period is long enough for the drain",
            GATEWAY,
            POD + "terminationGracePeriodSeconds",
            "30"),
        new Tampering(
            "the autoscaler alone says how many there are", GATEWAY, "/spec/replicas", "2"),
        new Tampering(
            "the autoscaler alone says how many there are",
            "HorizontalPodAutoscaler inventory-api",
            "/spec/metrics/0/resource/name",
            "\"memory\""),
        new Tampering(
            "disruptions take one pod at a time",
            "PodDisruptionBudget inventory-api",
            "/spec/selector/matchLabels",
            "{\"app\":\"api\"}"),
        new Tampering(
            "pods are spread over zones and nodes",
            API,
            POD + "topologySpreadConstraints/0/topologyKey",
            "\"kubernetes.io/hostname\""));
  }

  private static List<Tampering> traffic() {
    String sockets = "Ingress realtime-gateway";
    return List.of(
        new Tampering(
            "what no policy allows is denied",
            "NetworkPolicy deny-by-default",
            "/spec/policyTypes",
            "[\"Ingress\"]"),
        new Tampering(
            "what no policy allows is denied",
            "NetworkPolicy deny-by-default",
            "/spec/egress",
            "[{}]"),
        new Tampering(
            "every pod has a policy that lets some in",
            "NetworkPolicy redis",
            "/spec/ingress/0/from",
            ""),
        new Tampering(
            "Services lead to pods and to ports that they have",
            "Service inventory-api",
            "/spec/selector",
            "{\"app\":\"api\"}"),
        new Tampering(
            "Services lead to pods and to ports that they have",
            "Service inventory-api",
            "/spec/ports/0/targetPort",
            "\"web\""),
        new Tampering(
            "no Service publishes the management port",
            "Service inventory-api",
            "/spec/ports/0/targetPort",
            "\"management\""),
        new Tampering(
            "no client sticks to a pod",
            "Service realtime-gateway",
            "/spec/sessionAffinity",
            "\"ClientIP\""),
        new Tampering(
            "no client sticks to a pod",
            sockets,
            "/metadata/annotations",
            "{\"nginx.ingress.kubernetes.io/affinity\":\"cookie\"}"),
        new Tampering(
            "an Ingress leads to a Service of ours",
            sockets,
            "/spec/rules/0/http/paths/0/backend/service/port/name",
            "\"ws\""),
        new Tampering("an Ingress lets sockets be quiet", sockets, "/metadata/annotations", "{}"),
        new Tampering(
            "an Ingress lets sockets be quiet",
            sockets,
            "/metadata/annotations/haproxy.org~1timeout-tunnel",
            "\"20s\""),
        new Tampering(
            "a Redis of ours evicts only what may go",
            "StatefulSet redis",
            CONTAINER + "args",
            "[\"redis-server\"]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tamperings")
  @DisplayName("find what was changed for the worse")
  void found(Tampering tampering) {
    Manifests manifests = Kustomize.build(tampering.overlay());
    Rule rule =
        Rule.ALL.stream()
            .filter(it -> it.name().equals(tampering.rule()))
            .findFirst()
            .orElseThrow();
    assertThat(rule.judge(manifests)).isEmpty();
    tampering.apply(manifests);
    assertThat(rule.judge(manifests)).isNotEmpty();
  }

  @Test
  @DisplayName("are each tried")
  void complete() {
    assertThat(tamperings())
        .extracting(Tampering::rule)
        .containsAll(Rule.ALL.stream().map(Rule::name).toList());
  }

  static List<Tampering> misspelled() {
    return List.of(
        new Tampering("unknown field", API, CONTAINER + "readynessProbe", "{}"),
        new Tampering("wrong type", API, CONTAINER + "livenessProbe/periodSeconds", "\"often\""),
        new Tampering("missing field", API, "/spec/selector", ""),
        new Tampering("unknown kind", API, "/apiVersion", "\"apps/v2\""),
        new Tampering(
            "unknown field",
            "PodMonitor inventory-api",
            "/spec/podMetricsEndpoints/0/every",
            "\"15s\""),
        new Tampering("wrong type", "PrometheusRule kucun", "/spec/groups", "\"none\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misspelled")
  @DisplayName("and the schemas refuse what Kubernetes would")
  void refused(Tampering tampering) {
    Manifests manifests = Kustomize.build("k8s/overlays/prod");
    Manifest changed = tampering.target(manifests);
    tampering.apply(manifests);
    assertThat(Schemas.fault(changed)).isPresent();
  }
}
