package io.kucun.inventory.read;

import io.kucun.inventory.cache.CacheReport;
import io.kucun.inventory.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/v1/cache/stats}: what the cache of this replica did. */
@Path("/api/v1/cache/stats")
@Produces(MediaType.APPLICATION_JSON)
class CacheStatsResource {
  private final CacheReport report;
  private final Reads reads;
  private final Bodies bodies;

  CacheStatsResource(CacheReport report, Reads reads, Bodies bodies) {
    this.report = report;
    this.reads = reads;
    this.bodies = bodies;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Response get() {
    return reads.unrelated(bodies.of(report.now()));
  }
}
