package io.kucun.local.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonParseException;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The schemas of everything that we give to Kubernetes: no field but theirs, of their types. */
final class Schemas {
  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .setAnnotationIntrospector(new NothingElse())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final Map<String, Reader> KINDS =
      Map.ofEntries(
          Map.entry("v1 Namespace", V1Namespace::fromJson),
          Map.entry("v1 ServiceAccount", V1ServiceAccount::fromJson),
          Map.entry("v1 ConfigMap", V1ConfigMap::fromJson),
          Map.entry("v1 Service", V1Service::fromJson),
          Map.entry("apps/v1 Deployment", V1Deployment::fromJson),
          Map.entry("apps/v1 StatefulSet", V1StatefulSet::fromJson),
          Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::fromJson),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::fromJson),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::fromJson),
          Map.entry("networking.k8s.io/v1 Ingress", V1Ingress::fromJson),
          Map.entry(
              "monitoring.coreos.com/v1 PodMonitor",
              json -> STRICT.readValue(json, PodMonitor.class)),
          Map.entry(
              "monitoring.coreos.com/v1 PrometheusRule",
              json -> STRICT.readValue(json, PrometheusRule.class)));

  private Schemas() {}

  private interface Reader {
    Object read(String json) throws IOException;
  }

  /** The classes keep fields that they don't know for later versions; here none may be. */
  private static final class NothingElse extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return Boolean.FALSE;
    }
  }

  /** What is wrong with it; empty if nothing is. */
  static Optional<String> fault(Manifest manifest) {
    String kind = manifest.at("/apiVersion").asText() + " " + manifest.kind();
    Reader reader = KINDS.get(kind);
    if (reader == null) {
      return Optional.of(manifest + ": no schema of " + kind);
    }
    try {
      reader.read(manifest.node().toString());
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(manifest + ": " + e.getOriginalMessage());
    } catch (IOException | IllegalArgumentException | JsonParseException e) {
      return Optional.of(
          manifest + ": " + String.valueOf(e.getMessage()).replaceAll(" JSON: .*", ""));
    }
  }
}
