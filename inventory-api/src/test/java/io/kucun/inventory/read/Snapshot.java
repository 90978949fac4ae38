package io.kucun.inventory.read;

import io.kucun.inventory.cache.Loaded;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a reader knows after an answer.
 *
 * @param etag of the body
 * @param rows the body: each entity's value
 * @param offset of the last event that the body contains for certain, as the answer says
 */
record Snapshot(String etag, Map<String, Long> rows, long offset) {

  static Loaded of(Map<String, Long> rows) {
    return Loaded.of(new TreeMap<>(rows).toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Reads an answer; one without a body confirms the one that the reader has. */
  static Snapshot of(Response answer, @Nullable Snapshot before) {
    String etag = answer.getHeaderString(HttpHeaders.ETAG);
    String positions = Objects.requireNonNull(answer.getHeaderString("Kucun-Position"));
    long offset = Long.parseLong(positions.replaceFirst(".*inventory=e:(\\d+).*", "$1"));
    if (answer.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()) {
      return new Snapshot(etag, Objects.requireNonNull(before).rows(), offset);
    }
    return new Snapshot(etag, parse(((Buffer) answer.getEntity()).toString()), offset);
  }

  private static Map<String, Long> parse(String text) {
    Map<String, Long> rows = new HashMap<>();
    for (String row : text.substring(1, text.length() - 1).split(", ", -1)) {
      if (!row.isEmpty()) {
        Ledger.Change change = Ledger.Change.parse(row);
        rows.put(change.entity(), change.value());
      }
    }
    return rows;
  }

  /** What the reader sees who applies all that comes behind the snapshot. */
  Map<String, Long> followedBy(Iterable<Ledger.Change> events) {
    Map<String, Long> state = new HashMap<>(rows);
    events.forEach(event -> state.computeIfPresent(event.entity(), (id, old) -> event.value()));
    return state;
  }
}
