package io.kucun.inventory.product;

import static io.kucun.inventory.web.Roles.ADMIN;
import static io.kucun.inventory.web.Roles.SALES;
import static io.kucun.inventory.web.Roles.VIEWER;
import static io.kucun.inventory.web.Roles.WAREHOUSE;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kucun.inventory.csv.Column;
import io.kucun.inventory.csv.Exports;
import io.kucun.inventory.csv.Imports;
import io.kucun.inventory.csv.Sheet;
import io.kucun.inventory.product.ProductImport.Imported;
import io.kucun.inventory.web.Caller;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.web.Language;
import io.kucun.inventory.web.QueryParameters;
import io.kucun.inventory.web.TakesQuery;
import io.kucun.inventory.write.Answer;
import io.kucun.inventory.write.Writes;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Files of products, below {@code /api/v1/products}. */
@Cancellable(false)
@Path("/api/v1/products")
class ProductFilesResource {
  private final Imports imports;
  private final ProductImport products;
  private final Exports exports;
  private final ProductExport export;
  private final Writes writes;
  private final Caller caller;
  private final Validator validator;
  private final ObjectMapper json;

  ProductFilesResource(
      Imports imports,
      ProductImport products,
      Exports exports,
      ProductExport export,
      Writes writes,
      Caller caller,
      Validator validator,
      ObjectMapper json) {
    this.imports = imports;
    this.products = products;
    this.exports = exports;
    this.export = export;
    this.writes = writes;
    this.caller = caller;
    this.validator = validator;
    this.json = json;
  }

  /** The body's media type is checked when its turn comes, after the caller's role. */
  @POST
  @Path("import")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(ADMIN)
  public Uni<Response> take(@Context RoutingContext request) {
    Actor actor = caller.actor();
    return imports.receive(
        request, new ProductRows(validator, json), sheet -> create(sheet, actor));
  }

  @GET
  @Path("export")
  @TakesQuery
  @Produces(Exports.MEDIA_TYPE)
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public RestMulti<byte[]> send(
      UriInfo uri, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    QueryParameters query = QueryParameters.of(uri, ProductExport.PARAMETERS);
    return exports.send(
        query,
        "products.csv",
        Column.names(ProductColumns.ALL, Language.of(language)),
        export.of(ProductQuery.of(query)));
  }

  private Uni<Response> create(Sheet<NewProduct> sheet, Actor actor) {
    return writes.answer(
        sheet.digest(),
        changes -> products.create(changes, sheet, actor).map(ProductFilesResource::answer));
  }

  private static Answer answer(Imported imported) {
    return imported.created() == 0 ? Answer.ok(imported) : Answer.created(imported);
  }
}
