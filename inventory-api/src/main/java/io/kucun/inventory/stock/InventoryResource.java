package io.kucun.inventory.stock;

import static io.kucun.inventory.web.Roles.ADMIN;
import static io.kucun.inventory.web.Roles.SALES;
import static io.kucun.inventory.web.Roles.VIEWER;
import static io.kucun.inventory.web.Roles.WAREHOUSE;

import io.kucun.inventory.web.Caller;
import io.kucun.inventory.web.QueryParameters;
import io.kucun.inventory.web.TakesQuery;
import io.kucun.inventory.write.Answer;
import io.kucun.inventory.write.Writes;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /api/v1/inventory}: lots, the ledger and what moves them. */
@Cancellable(false)
@Path("/api/v1/inventory")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class InventoryResource {
  private final StockReads reads;
  private final AvailabilityCheck availability;
  private final Warehouse warehouse;
  private final Writes writes;
  private final Caller caller;

  InventoryResource(
      StockReads reads,
      AvailabilityCheck availability,
      Warehouse warehouse,
      Writes writes,
      Caller caller) {
    this.reads = reads;
    this.availability = availability;
    this.warehouse = warehouse;
    this.writes = writes;
    this.caller = caller;
  }

  @GET
  @TakesQuery
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> lots(UriInfo uri) {
    LotQuery query = LotQuery.of(QueryParameters.of(uri, LotQuery.PARAMETERS));
    return reads.lots(query);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> lot(UUID id) {
    return reads.lot(id);
  }

  @GET
  @Path("movements")
  @TakesQuery
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> movements(UriInfo uri) {
    MovementQuery query = MovementQuery.of(QueryParameters.of(uri, MovementQuery.PARAMETERS));
    return reads.movements(query);
  }

  /** A read, though it has a body: nothing is reserved. */
  @POST
  @Path("availability")
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Availability> availability(@NotNull @Valid AvailabilityBody body) {
    return availability.of(body);
  }

  @POST
  @Path("inbound")
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> inbound(@NotNull @Valid StockBodies.Inbound body) {
    List<LotLine> line = List.of(LotLine.of("", body));
    return writes.answer(
        body,
        changes -> warehouse.inbound(changes, line, caller.actor()).map(InventoryResource::only));
  }

  @POST
  @Path("inbound/batch")
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> inboundBatch(@NotNull @Valid StockBodies.InboundBatch body) {
    List<LotLine> lines = LotLine.each(body.items(), LotLine::of);
    return writes.answer(
        body,
        changes -> warehouse.inbound(changes, lines, caller.actor()).map(InventoryResource::batch));
  }

  @POST
  @Path("outbound")
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> outbound(@NotNull @Valid StockBodies.Outbound body) {
    List<LotLine> line = List.of(LotLine.of("", body));
    return writes.answer(
        body,
        changes -> warehouse.outbound(changes, line, caller.actor()).map(InventoryResource::only));
  }

  @POST
  @Path("adjustments")
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> adjust(@NotNull @Valid StockBodies.Adjustment body) {
    List<LotLine> line = List.of(LotLine.of("", body));
    return writes.answer(
        body,
        changes -> warehouse.adjust(changes, line, caller.actor()).map(InventoryResource::only));
  }

  @POST
  @Path("adjustments/batch")
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> adjustBatch(@NotNull @Valid StockBodies.AdjustmentBatch body) {
    List<LotLine> lines = LotLine.each(body.items(), LotLine::of);
    return writes.answer(
        body,
        changes -> warehouse.adjust(changes, lines, caller.actor()).map(InventoryResource::batch));
  }

  private static Answer only(List<Posted> posted) {
    return Answer.created(posted.getFirst());
  }

  private static Answer batch(List<Posted> posted) {
    return Answer.created(new Posted.Batch(posted));
  }
}
