package io.kucun.local.manifests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kucun.local.documents.Repository;
import io.kucun.local.documents.Tool;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What {@code kubectl kustomize} makes of a directory; each is made once. */
final class Kustomize {
  private static final Map<String, Manifests> BUILT = new ConcurrentHashMap<>();

  private Kustomize() {}

  /** A test without kubectl is skipped, or fails where the tools are required. */
  static Manifests build(String directory) {
    assumeTrue(Tool.isThere("kubectl"), Tool.missing("kubectl"));
    return BUILT.computeIfAbsent(directory, Kustomize::built).copy();
  }

  private static Manifests built(String directory) {
    return Manifests.of(Tool.run(Repository.ROOT, "kubectl", "kustomize", directory));
  }
}
