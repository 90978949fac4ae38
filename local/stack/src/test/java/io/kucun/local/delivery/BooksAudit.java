package io.kucun.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;
import io.kucun.local.delivery.Books.Move;
import io.kucun.local.delivery.Books.Row;
import io.kucun.local.delivery.Evidence.Promise;
import io.kucun.local.delivery.Finding.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether each change in PostgreSQL has its one event, and each event its one offset. */
final class BooksAudit {
  private final Books books;
  private final Auditor auditor;
  private final Map<String, JsonNode> byMove = new HashMap<>();
  private final Map<String, Map<Long, Integer>> byEntity = new HashMap<>();

  BooksAudit(Books books, Auditor auditor) {
    this.books = books;
    this.auditor = auditor;
    for (Row row : books.rows()) {
      JsonNode data = Json.parse(row.data());
      Change change = Change.of(row.channel(), data);
      if (!change.isNothing()) {
        byEntity
            .computeIfAbsent(change.entity(), it -> new TreeMap<>())
            .merge(change.version(), 1, Integer::sum);
      }
      if (data.has("movementId") && byMove.put(data.path("movementId").asText(), data) != null) {
        auditor.find(Kind.LEDGER, "two events of %s".formatted(data.path("movementId").asText()));
      }
    }
  }

  void numbering() {
    Map<String, Set<Long>> given = new HashMap<>();
    for (Row row : books.rows()) {
      long last = books.last().getOrDefault(row.channel(), 0L);
      if (row.offset() < 1
          || row.offset() > last
          || !given.computeIfAbsent(row.channel(), it -> new HashSet<>()).add(row.offset())) {
        auditor.find(Kind.NUMBERING, "event %d has offset %d".formatted(row.id(), row.offset()));
      }
    }
    books
        .last()
        .forEach((channel, last) -> {
          int count = given.getOrDefault(channel, Set.of()).size();
          if (count != last) {
            auditor.find(
                Kind.NUMBERING, "%s: %d offsets given, %d events".formatted(channel, last, count));
          }
        });
  }

  void ledger() {
    for (Move move : books.moves()) {
      JsonNode event = byMove.remove(move.id());
      if (event == null || !wording(move).equals(wording(event))) {
        auditor.find(Kind.LEDGER, "%s has the event %s".formatted(move, event));
      }
    }
    byMove
        .keySet()
        .forEach(id -> auditor.find(Kind.LEDGER, "no row for the event of %s".formatted(id)));
  }

  private static String wording(Move move) {
    return List.of(
            move.lot(),
            move.type().toLowerCase(Locale.ROOT),
            move.delta(),
            move.quantity(),
            move.reservedDelta(),
            move.reserved())
        .toString();
  }

  private static String wording(JsonNode event) {
    return List.of(
            event.path("id").asText(),
            event.path("type").asText(),
            event.path("delta").asLong(),
            event.path("after").path("quantity").asLong(),
            event.path("reservedDelta").asLong(),
            event.path("after").path("reserved").asLong())
        .toString();
  }

  void changes() {
    books
        .entities()
        .forEach((name, entity) -> {
          Map<Long, Integer> events = byEntity.getOrDefault(name, Map.of());
          long first = new Change(name, 0, "").first();
          boolean once = events.values().stream().allMatch(count -> count == 1);
          boolean all =
              events.size() == entity.version() - first + 1
                  && events.keySet().stream().allMatch(it -> it >= first && it <= entity.version());
          if (!once || !all) {
            auditor.find(
                Kind.CHANGE, "%s is at version %d: %s".formatted(name, entity.version(), events));
          }
        });
    byEntity.keySet().stream()
        .filter(name -> !books.entities().containsKey(name))
        .forEach(name -> auditor.find(Kind.CHANGE, "%s does not exist".formatted(name)));
  }

  void promises(List<Promise> promises) {
    for (Promise promise : promises) {
      if (!byEntity.getOrDefault(promise.entity(), Map.of()).containsKey(promise.version())) {
        auditor.find(Kind.PROMISE, "%s".formatted(promise));
      }
    }
  }
}
