package io.kucun.local.manifests;

import java.util.Set;
import java.util.stream.Collectors;

/** What an overlay gives to the services. */
public final class Installation {
  private Installation() {}

  /** The names of a service's environment variables. */
  public static Set<String> variables(String overlay, String service) {
    Manifests manifests = Kustomize.build(overlay);
    return manifests
        .variables(manifests.get("Deployment", service).containers().getFirst())
        .collect(Collectors.toSet());
  }
}
