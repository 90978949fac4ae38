package io.kucun.inventory.openapi;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** What people have written about the API. */
final class Written {
  private Written() {}

  static OpenAPI read() {
    return SmallRyeOpenAPI.builder()
        .enableModelReader(false)
        .enableStandardStaticFiles(false)
        .enableStandardFilter(false)
        .enableAnnotationScan(false)
        .withCustomStaticFile(() -> Written.class.getResourceAsStream("/openapi/described.yaml"))
        .build()
        .model();
  }
}
