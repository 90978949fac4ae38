package io.kucun.inventory.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes events as rows of the transaction that made them. */
@ApplicationScoped
public class Outbox {
  /**
   * One statement for many rows; ids are given in the order of the array. It is a query, because
   * Hibernate keeps clean-up work for each update, which nothing here needs.
   */
  private static final String INSERT =
      """
      WITH inserted AS (
      INSERT INTO event (channel, key, owner, tags, data, ts, traceparent)
      SELECT r.channel, r.key, r.owner, r.tags, r.data, r.ts, cast(?2 AS text)
      FROM ROWS FROM (json_to_recordset(cast(cast(?1 AS text) AS json))
        AS (channel text, key text, owner text, tags text[], data text, ts bigint))
        WITH ORDINALITY AS r(channel, key, owner, tags, data, ts, n)
      ORDER BY r.n
      RETURNING 1)
      SELECT count(*) FROM inserted
      """;

  /** What one statement takes, so that 50,000 events need no more memory at once than 500. */
  private static final int AT_ONCE = 500;

  private final ObjectMapper json;
  private final Relay relay;
  private final Clock clock = Clock.systemUTC();

  Outbox(ObjectMapper json, Relay relay) {
    this.json = json;
    this.relay = relay;
  }

  /**
   * Inserts the events in the current session's transaction, after what was changed in it.
   *
   * @param traceparent the span of the write that made them, as W3C Trace Context writes it
   */
  public Uni<Void> append(List<Event> events, String traceparent) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Panache.getSession()
        .flatMap(
            session -> session.flush().flatMap(flushed -> insert(session, events, traceparent)));
  }

  /** Ids are given in the order of the statements. */
  private Uni<Void> insert(Mutiny.Session session, List<Event> events, String traceparent) {
    return Multi.createFrom()
        .iterable(events)
        .group()
        .intoLists()
        .of(AT_ONCE)
        .onItem()
        .transformToUniAndConcatenate(some ->
            session
                .createNativeQuery(INSERT, Long.class)
                .setParameter(1, rows(some))
                .setParameter(2, traceparent)
                .getSingleResult())
        .onItem()
        .ignoreAsUni();
  }

  /** Tells the relay that rows have been committed. */
  public void wake() {
    relay.committed();
  }

  private String rows(List<Event> events) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = json.createGenerator(text)) {
      out.writeStartArray();
      for (Event event : events) {
        write(out, event);
      }
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator out, Event event) throws IOException {
    out.writeStartObject();
    out.writeStringField("channel", event.channel().wire());
    out.writeStringField("key", event.key());
    out.writeStringField("owner", event.owner());
    out.writeArrayFieldStart("tags");
    for (String tag : event.tags()) {
      out.writeString(tag);
    }
    out.writeEndArray();
    out.writeStringField("data", json.writeValueAsString(event.data()));
    out.writeNumberField("ts", clock.millis());
    out.writeEndObject();
  }
}
