package io.kucun.inventory.read;

import io.kucun.inventory.cache.CacheReport;
import io.kucun.inventory.web.Conditional;
import io.kucun.inventory.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/cache/stats}: what the cache of this replica did. */
@Path("/api/v1/cache/stats")
@Produces(MediaType.APPLICATION_JSON)
class CacheStatsResource {
  private final CacheReport report;
  private final Bodies bodies;

  CacheStatsResource(CacheReport report, Bodies bodies) {
    this.report = report;
    this.bodies = bodies;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Response get(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    return Conditional.read(bodies.bytes(report.now()), ifNoneMatch);
  }
}
