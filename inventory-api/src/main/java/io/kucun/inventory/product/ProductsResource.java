package io.kucun.inventory.product;

import static io.kucun.inventory.web.Roles.ADMIN;
import static io.kucun.inventory.web.Roles.SALES;
import static io.kucun.inventory.web.Roles.VIEWER;
import static io.kucun.inventory.web.Roles.WAREHOUSE;

import io.kucun.inventory.web.Caller;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.QueryParameters;
import io.kucun.inventory.web.TakesQuery;
import io.kucun.inventory.write.Answer;
import io.kucun.inventory.write.Writes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/products}. */
@Cancellable(false)
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ProductsResource {
  private final ProductReads reads;
  private final Catalogue catalogue;
  private final BatchCreation batch;
  private final Writes writes;
  private final Caller caller;

  /** The answer to a batch: its products, in its order. */
  @RegisterForReflection
  @Schema(name = "ProductBatchCreated")
  record Created(List<ProductView> data) {}

  ProductsResource(
      ProductReads reads, Catalogue catalogue, BatchCreation batch, Writes writes, Caller caller) {
    this.reads = reads;
    this.catalogue = catalogue;
    this.batch = batch;
    this.writes = writes;
    this.caller = caller;
  }

  @GET
  @TakesQuery
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> list(UriInfo uri) {
    return reads.list(ProductQuery.of(QueryParameters.of(uri, ProductQuery.PARAMETERS)));
  }

  @GET
  @Path("{id}")
  @TakesQuery
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> get(UUID id, UriInfo uri) {
    return reads.get(
        id, ProductQuery.includesStock(QueryParameters.of(uri, Set.of(ProductQuery.INCLUDE))));
  }

  @POST
  @RolesAllowed(ADMIN)
  public Uni<Response> create(@NotNull @Valid ProductBody body) {
    return writes.answer(
        body,
        changes -> catalogue.create(changes, body, caller.actor()).map(ProductsResource::created));
  }

  @POST
  @Path("batch")
  @RolesAllowed(ADMIN)
  public Uni<Response> createAll(@NotNull @Valid ProductBatch body) {
    return writes.answer(
        body,
        changes ->
            batch
                .create(changes, body.items(), caller.actor())
                .map(products -> Answer.created(new Created(products))));
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(ADMIN)
  public Uni<Response> replace(
      UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ProductBody body) {
    if (ifMatch == null) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_REQUIRED, ProductPhrase.SEND_VERSION.with());
    }
    return writes.answer(
        body,
        changes ->
            catalogue
                .replace(changes, id, body, ifMatch, caller.actor())
                .map(product -> Answer.ok(product.version(), product)));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(ADMIN)
  public Uni<Response> archive(
      UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return writes.answer(changes ->
        catalogue.archive(changes, id, ifMatch, caller.actor()).map(done -> Answer.none()));
  }

  private static Answer created(ProductView product) {
    return Answer.created("/api/v1/products/" + product.id(), product.version(), product);
  }
}
