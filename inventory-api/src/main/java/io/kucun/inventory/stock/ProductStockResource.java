package io.kucun.inventory.stock;

import static io.kucun.inventory.web.Roles.ADMIN;
import static io.kucun.inventory.web.Roles.SALES;
import static io.kucun.inventory.web.Roles.VIEWER;
import static io.kucun.inventory.web.Roles.WAREHOUSE;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /api/v1/products/{id}/inventory}: a product's stock. */
@Cancellable(false)
@Path("/api/v1/products/{id}/inventory")
@Produces(MediaType.APPLICATION_JSON)
class ProductStockResource {
  private final StockReads reads;

  ProductStockResource(StockReads reads) {
    this.reads = reads;
  }

  @GET
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> summary(UUID id) {
    return reads.summary(id);
  }
}
