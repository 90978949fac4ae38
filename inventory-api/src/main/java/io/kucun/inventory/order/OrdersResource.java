package io.kucun.inventory.order;

import static io.kucun.inventory.web.Roles.ADMIN;
import static io.kucun.inventory.web.Roles.SALES;
import static io.kucun.inventory.web.Roles.WAREHOUSE;

import io.kucun.inventory.read.Bodies;
import io.kucun.inventory.read.Reads;
import io.kucun.inventory.web.Caller;
import io.kucun.inventory.web.EmptyBody;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/orders}. */
@Cancellable(false)
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
class OrdersResource {
  private final OrderCreation creation;
  private final OrderReads reads;
  private final OrderTransitions transitions;
  private final Writes writes;
  private final Caller caller;
  private final Reads answers;
  private final Bodies bodies;
  private final EmptyBody empty;

  OrdersResource(
      OrderCreation creation,
      OrderReads reads,
      OrderTransitions transitions,
      Writes writes,
      Caller caller,
      Reads answers,
      Bodies bodies,
      EmptyBody empty) {
    this.creation = creation;
    this.reads = reads;
    this.transitions = transitions;
    this.writes = writes;
    this.caller = caller;
    this.answers = answers;
    this.bodies = bodies;
    this.empty = empty;
  }

  @GET
  @TakesQuery
  @RolesAllowed({ADMIN, WAREHOUSE, SALES})
  public Uni<Response> list(UriInfo uri) {
    OrderQuery query = OrderQuery.of(QueryParameters.of(uri, OrderQuery.PARAMETERS));
    Visibility visibility = Visibility.of(caller);
    return answers.fresh(() -> reads.list(query, visibility).map(bodies::of));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({ADMIN, WAREHOUSE, SALES})
  public Uni<Response> get(UUID id) {
    Visibility visibility = Visibility.of(caller);
    return answers.fresh(
        () -> reads.get(id, visibility).map(order -> bodies.of(order, order.version())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({ADMIN, SALES})
  public Uni<Response> create(@NotNull @Valid OrderBody body) {
    return writes.answer(
        body,
        changes -> creation.create(changes, body, caller.actor()).map(OrdersResource::created));
  }

  @POST
  @Path("{id}/confirm")
  @RolesAllowed({ADMIN, SALES})
  public Uni<Response> confirm(
      UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable String body) {
    empty.require(body);
    return move(id, OrderStatus.CONFIRMED, ifMatch);
  }

  @POST
  @Path("{id}/ship")
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> ship(
      UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable String body) {
    empty.require(body);
    return move(id, OrderStatus.SHIPPED, ifMatch);
  }

  @POST
  @Path("{id}/complete")
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> complete(
      UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable String body) {
    empty.require(body);
    return move(id, OrderStatus.COMPLETED, ifMatch);
  }

  @POST
  @Path("{id}/cancel")
  @RolesAllowed({ADMIN, SALES})
  public Uni<Response> cancel(
      UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable String body) {
    empty.require(body);
    return move(id, OrderStatus.CANCELLED, ifMatch);
  }

  private Uni<Response> move(UUID id, OrderStatus next, @Nullable String ifMatch) {
    boolean sells = next == OrderStatus.CONFIRMED || next == OrderStatus.CANCELLED;
    Visibility visibility = sells ? Visibility.toSell(caller) : Visibility.of(caller);
    OrderTransitions.Request request =
        new OrderTransitions.Request(id, visibility, caller.actor(), ifMatch);
    return writes.answer(changes ->
        transitions.to(changes, next, request).map(order -> Answer.ok(order.version(), order)));
  }

  private static Answer created(OrderView order) {
    return Answer.created("/api/v1/orders/" + order.id(), order.version(), order);
  }
}
