package io.kucun.inventory.csv;

import io.kucun.inventory.web.StreamedBodies;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The requests that bring a file: {@code POST …/import}. */
@Singleton
final class CsvBodies implements StreamedBodies {
  private final CsvLimits limits;

  CsvBodies(CsvLimits limits) {
    this.limits = limits;
  }

  @Override
  public boolean include(HttpServerRequest request) {
    String path = request.path();
    return HttpMethod.POST.equals(request.method())
        && path != null
        && path.startsWith("/api/")
        && path.endsWith("/import");
  }

  @Override
  public long maxBytes() {
    return limits.maxBytes().asLongValue();
  }

  @Override
  public Duration linger() {
    return limits.linger();
  }
}
