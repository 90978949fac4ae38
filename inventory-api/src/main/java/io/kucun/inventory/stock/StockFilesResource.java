package io.kucun.inventory.stock;

import static io.kucun.inventory.web.Roles.ADMIN;
import static io.kucun.inventory.web.Roles.SALES;
import static io.kucun.inventory.web.Roles.VIEWER;
import static io.kucun.inventory.web.Roles.WAREHOUSE;

import io.kucun.inventory.csv.Column;
import io.kucun.inventory.csv.Exports;
import io.kucun.inventory.csv.Imports;
import io.kucun.inventory.csv.Sheet;
import io.kucun.inventory.stock.OpeningStock.Imported;
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

/** Files of stock, below {@code /api/v1/inventory}. */
@Cancellable(false)
@Path("/api/v1/inventory")
class StockFilesResource {
  private final Imports imports;
  private final OpeningStock stock;
  private final Exports exports;
  private final StockExport export;
  private final Writes writes;
  private final Caller caller;
  private final Validator validator;

  StockFilesResource(
      Imports imports,
      OpeningStock stock,
      Exports exports,
      StockExport export,
      Writes writes,
      Caller caller,
      Validator validator) {
    this.imports = imports;
    this.stock = stock;
    this.exports = exports;
    this.export = export;
    this.writes = writes;
    this.caller = caller;
    this.validator = validator;
  }

  /** The body's media type is checked when its turn comes, after the caller's role. */
  @POST
  @Path("import")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({ADMIN, WAREHOUSE})
  public Uni<Response> take(@Context RoutingContext request) {
    Actor actor = caller.actor();
    return imports.receive(request, new OpeningRows(validator), sheet -> set(sheet, actor));
  }

  @GET
  @Path("export")
  @TakesQuery
  @Produces(Exports.MEDIA_TYPE)
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public RestMulti<byte[]> lots(
      UriInfo uri, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    QueryParameters query = QueryParameters.of(uri, StockExport.OF_LOTS);
    return exports.send(
        query,
        "stock.csv",
        Column.names(StockColumns.EXPORTED, Language.of(language)),
        export.of(LotQuery.of(query)));
  }

  @GET
  @Path("movements/export")
  @TakesQuery
  @Produces(Exports.MEDIA_TYPE)
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public RestMulti<byte[]> movements(
      UriInfo uri, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    QueryParameters query = QueryParameters.of(uri, StockExport.OF_MOVEMENTS);
    return exports.send(
        query,
        "movements.csv",
        Column.names(MovementLine.COLUMNS, Language.of(language)),
        export.of(MovementQuery.of(query)));
  }

  private Uni<Response> set(Sheet<OpeningRow> sheet, Actor actor) {
    return writes.answer(
        sheet.digest(),
        changes -> stock.set(changes, sheet, actor).map(StockFilesResource::answer));
  }

  private static Answer answer(Imported imported) {
    return imported.created() == 0 ? Answer.ok(imported) : Answer.created(imported);
  }
}
