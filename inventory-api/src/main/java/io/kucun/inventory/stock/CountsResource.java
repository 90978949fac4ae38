package io.kucun.inventory.stock;

import static io.kucun.inventory.web.Roles.ADMIN;
import static io.kucun.inventory.web.Roles.SALES;
import static io.kucun.inventory.web.Roles.VIEWER;
import static io.kucun.inventory.web.Roles.WAREHOUSE;

import io.kucun.inventory.web.Caller;
import io.kucun.inventory.web.EmptyBody;
import io.kucun.inventory.web.Page;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/inventory/counts}: stock-takes. */
@Cancellable(false)
@Path("/api/v1/inventory/counts")
@Produces(MediaType.APPLICATION_JSON)
class CountsResource {
  private final CountReads reads;
  private final Counting counting;
  private final CountSubmission submission;
  private final Writes writes;
  private final Caller caller;
  private final EmptyBody empty;

  CountsResource(
      CountReads reads,
      Counting counting,
      CountSubmission submission,
      Writes writes,
      Caller caller,
      EmptyBody empty) {
    this.reads = reads;
    this.counting = counting;
    this.submission = submission;
    this.writes = writes;
    this.caller = caller;
    this.empty = empty;
  }

  @GET
  @TakesQuery
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> list(UriInfo uri) {
    QueryParameters query = QueryParameters.of(uri, Page.Request.parametersAnd("status"));
    return reads.list(Page.Request.of(query), query.choice("status", StockCount.Status.class));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> get(UUID id) {
    return reads.get(id);
  }

  @GET
  @Path("{id}/lines")
  @TakesQuery
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> lines(UUID id, UriInfo uri) {
    QueryParameters query = QueryParameters.of(uri, Page.Request.parametersAnd("outcome"));
    return reads.lines(
        id, Page.Request.of(query), query.choice("outcome", CountLine.Outcome.class));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> start(@NotNull @Valid CountBodies.Start body) {
    return writes.answer(
        body,
        changes ->
            counting
                .start(body, caller.actor())
                .map(count ->
                    Answer.created(
                        "/api/v1/inventory/counts/" + count.id(), count.version(), count)));
  }

  @PUT
  @Path("{id}/lines")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> record(UUID id, @NotNull @Valid CountBodies.Lines body) {
    return writes.answer(
        body,
        changes ->
            counting
                .record(id, body, caller.actor())
                .map(recorded -> Answer.ok(recorded.count().version(), recorded)));
  }

  @POST
  @Path("{id}/submit")
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> submit(
      UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable String body) {
    empty.require(body);
    return writes.answer(changes ->
        submission
            .submit(changes, id, ifMatch, caller.actor())
            .map(submitted -> Answer.ok(submitted.count().version(), submitted)));
  }

  @POST
  @Path("{id}/cancel")
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> cancel(
      UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable String body) {
    empty.require(body);
    return writes.answer(
        changes -> counting.cancel(id, ifMatch).map(count -> Answer.ok(count.version(), count)));
  }
}
