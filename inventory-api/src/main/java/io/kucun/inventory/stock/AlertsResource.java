package io.kucun.inventory.stock;

import static io.kucun.inventory.web.Roles.ADMIN;
import static io.kucun.inventory.web.Roles.SALES;
import static io.kucun.inventory.web.Roles.VIEWER;
import static io.kucun.inventory.web.Roles.WAREHOUSE;

import io.kucun.inventory.web.QueryParameters;
import io.kucun.inventory.web.TakesQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /api/v1/inventory/alerts}: products that are out of stock or low on it. */
@Cancellable(false)
@Path("/api/v1/inventory/alerts")
@Produces(MediaType.APPLICATION_JSON)
class AlertsResource {
  private final StockReads reads;

  AlertsResource(StockReads reads) {
    this.reads = reads;
  }

  @GET
  @TakesQuery
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> list(UriInfo uri) {
    AlertQuery query = AlertQuery.of(QueryParameters.of(uri, AlertQuery.PARAMETERS));
    return reads.alerts(query);
  }
}
