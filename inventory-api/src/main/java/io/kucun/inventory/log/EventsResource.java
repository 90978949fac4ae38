package io.kucun.inventory.log;

import static io.kucun.inventory.web.Roles.ADMIN;
import static io.kucun.inventory.web.Roles.SALES;
import static io.kucun.inventory.web.Roles.VIEWER;
import static io.kucun.inventory.web.Roles.WAREHOUSE;

import io.kucun.inventory.cache.Loaded;
import io.kucun.inventory.events.EventReads;
import io.kucun.inventory.events.LogPage;
import io.kucun.inventory.read.Reads;
import io.kucun.inventory.web.Caller;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
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
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /api/v1/events}: what was published on a channel. */
@Cancellable(false)
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
class EventsResource {
  private final EventReads events;
  private final Reads answers;
  private final Caller caller;

  EventsResource(EventReads events, Reads answers, Caller caller) {
    this.events = events;
    this.answers = answers;
    this.caller = caller;
  }

  @GET
  @TakesQuery
  @RolesAllowed({ADMIN, WAREHOUSE, SALES, VIEWER})
  public Uni<Response> list(UriInfo uri) {
    EventQuery query = EventQuery.of(QueryParameters.of(uri, EventQuery.PARAMETERS));
    Optional<String> owner = EventRights.require(query.channel(), caller);
    return events
        .after(query.channel(), query.after(), owner, query.limit())
        .map(page ->
            switch (page) {
              case LogPage.Events found -> answers.unrelated(Loaded.of(body(found)));
              case LogPage.Gone gone -> throw gone(query, gone);
            });
  }

  /** Envelopes are JSON already, and their bytes are the contract. */
  private static byte[] body(LogPage.Events page) {
    return ("{\"data\":["
            + String.join(",", page.envelopes())
            + "],\"position\":\""
            + page.position()
            + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ProblemException gone(EventQuery query, LogPage.Gone gone) {
    String after = query.after().map(Object::toString).orElse("");
    return new ProblemException(
        ProblemCode.EVENTS_TRIMMED,
        switch (gone.reason()) {
          case TRIMMED -> LogPhrase.TRIMMED.with(after, gone.oldest());
          case OTHER_EPOCH -> LogPhrase.OTHER_EPOCH.with(after, gone.oldest().epoch());
          case AHEAD -> LogPhrase.AHEAD.with(after);
        });
  }
}
