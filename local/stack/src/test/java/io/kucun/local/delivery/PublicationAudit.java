package io.kucun.local.delivery;

import io.kucun.local.client.Json;
import io.kucun.local.delivery.Books.Entity;
import io.kucun.local.delivery.Books.Row;
import io.kucun.local.delivery.Finding.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether what reached Redis is what was committed: all of it, once, in order. */
final class PublicationAudit {
  private final Evidence evidence;
  private final Auditor auditor;
  private final Map<Place, Row> rows = new HashMap<>();
  private final Map<Place, Envelope> published =
      new TreeMap<>(Comparator.comparing(Place::channel).thenComparingLong(Place::offset));

  PublicationAudit(Evidence evidence, Auditor auditor) {
    this.evidence = evidence;
    this.auditor = auditor;
    evidence.books().rows().forEach(row -> rows.put(row.place(), row));
  }

  /** Collects what was published, by whichever way it is known. */
  void content() {
    Stream.concat(
            evidence.heard().stream().map(Heard::event),
            evidence.log().values().stream().flatMap(List::stream))
        .forEach(event -> {
          Envelope before = published.putIfAbsent(event.place(), event);
          if (before == null) {
            judge(event);
          } else if (!before.text().equals(event.text())) {
            auditor.find(Kind.CONTENT, "%s and %s".formatted(before.text(), event.text()));
          }
        });
  }

  private void judge(Envelope event) {
    Row row = rows.get(event.place());
    boolean same =
        row != null
            && event.epoch().equals(evidence.books().epoch())
            && event.json().path("data").equals(Json.parse(row.data()))
            && event.json().path("key").asText().equals(row.key())
            && Objects.equals(event.json().path("owner").asText(null), row.owner())
            && event.json().path("ts").asLong() == row.ts();
    if (!same) {
      auditor.find(Kind.INVENTED, "%s is not %s".formatted(event.text(), row));
    }
  }

  /** What is new on a connection is the next offset; the first may be any that is new. */
  void order() {
    Map<String, Long> newest = new HashMap<>();
    Map<String, Integer> links = new HashMap<>();
    for (Heard heard : evidence.heard()) {
      Envelope event = heard.event();
      long before = newest.getOrDefault(event.channel(), 0L);
      boolean sameLink =
          links.getOrDefault(event.channel(), evidence.heard().getFirst().link()) == heard.link();
      boolean next = event.offset() == before + 1 || (!sameLink && event.offset() > before);
      if (event.offset() > before && !next) {
        auditor.find(Kind.ORDER, "%s came after %d".formatted(event.place(), before));
      }
      newest.merge(event.channel(), event.offset(), Math::max);
      links.put(event.channel(), heard.link());
    }
  }

  /** Each event is heard once, whatever became of those who publish. */
  void once() {
    Set<Place> places = new HashSet<>();
    for (Heard heard : evidence.heard()) {
      if (!places.add(heard.event().place())) {
        auditor.find(Kind.REPEATED, "%s came again".formatted(heard.event().place()));
      }
    }
  }

  /** The log ends where the channel does, and has no gap. */
  void log() {
    evidence.books().last().forEach(this::log);
  }

  private void log(String channel, long last) {
    List<Envelope> log = evidence.log().getOrDefault(channel, List.of());
    String position = evidence.positions().getOrDefault(channel, "");
    if (last > 0 && !position.equals(evidence.books().epoch() + ":" + last)) {
      auditor.find(Kind.LOG, "%s stands at %s, not at %d".formatted(channel, position, last));
    }
    if (log.size() < Math.min(last, evidence.capacity())) {
      auditor.find(Kind.LOG, "%s has %d of %d events".formatted(channel, log.size(), last));
    }
    for (int i = 0; i < log.size(); i++) {
      long expected = last - log.size() + 1 + i;
      if (log.get(i).offset() != expected) {
        auditor.find(Kind.LOG, "%s, not %d".formatted(log.get(i).place(), expected));
      }
    }
  }

  void lost() {
    rows.values().stream()
        .filter(row -> row.offset() > 0 && !published.containsKey(row.place()))
        .forEach(row -> auditor.find(Kind.LOST, "%s, event %d".formatted(row.place(), row.id())));
  }

  /** A subscriber that applies the events, each once, in the order of the channel. */
  void versionsAndState() {
    Map<String, Entity> applied = new HashMap<>();
    for (Envelope event : published.values()) {
      Change change = event.change();
      if (change.isNothing()) {
        continue;
      }
      Entity before = applied.get(change.entity());
      if (before != null && before.version() >= change.version()) {
        auditor.find(
            Kind.VERSIONS,
            "%s: version %d at %s".formatted(change, before.version(), event.place()));
      }
      applied.put(change.entity(), new Entity(change.version(), change.state()));
    }
    evidence
        .books()
        .entities()
        .forEach((name, entity) -> {
          if (!entity.equals(applied.get(name))) {
            auditor.find(
                Kind.STATE, "%s: %s, applied %s".formatted(name, entity, applied.get(name)));
          }
        });
  }
}
