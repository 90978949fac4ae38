package io.kucun.inventory.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kucun.inventory.testing.As;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads lots over HTTP, remembers them by their entity tags, and listens by the event log. */
final class Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENTS = "/api/v1/events?channel=inventory&limit=1000&after=";

  private final Map<String, Sight> known = new HashMap<>();

  /** What an answer says: each lot's pieces, and the position on {@code inventory}. */
  record Sight(String etag, Map<String, Long> lots, String epoch, long offset) {

    Sight at(Sight other) {
      return new Sight(etag, lots, other.epoch, other.offset);
    }

    String position() {
      return epoch + ":" + offset;
    }

    /** What is seen by whoever applies all events behind the position. */
    Map<String, Long> followedBy(List<Moved> events) {
      Map<String, Long> state = new HashMap<>(lots);
      events.stream()
          .filter(event -> event.offset() > offset)
          .forEach(event -> state.computeIfPresent(event.lot(), (id, old) -> event.quantity()));
      return state;
    }
  }

  /** An event: what a lot has now. */
  record Moved(long offset, String lot, long quantity) {
    static Moved of(JsonNode envelope) {
      return new Moved(
          envelope.path("offset").asLong(),
          envelope.at("/data/id").asText(),
          envelope.at("/data/after/quantity").asLong());
    }
  }

  /** Reads a path; an answer without a body confirms what is known. */
  Sight read(String path) {
    Sight before = known.get(path);
    Response answer =
        As.viewer()
            .header("If-None-Match", before == null ? "\"none\"" : before.etag())
            .get("/api/v1/" + path);
    String position = answer.header("Kucun-Position").replaceFirst(".*inventory=([^,]+).*", "$1");
    Map<String, Long> lots =
        before != null && answer.statusCode() == 304 ? before.lots() : lots(answer);
    int colon = position.indexOf(':');
    Sight sight =
        new Sight(
            answer.header("ETag"),
            lots,
            position.substring(0, colon),
            Long.parseLong(position.substring(colon + 1)));
    known.put(path, sight);
    return sight;
  }

  private static Map<String, Long> lots(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonPath body = answer.jsonPath();
    Map<String, Long> lots = new HashMap<>();
    if (body.get("data") == null) {
      lots.put(body.getString("id"), body.getLong("quantity"));
    }
    for (int i = 0; body.get("data[" + i + "]") != null; i++) {
      lots.put(body.getString("data[" + i + "].id"), body.getLong("data[" + i + "].quantity"));
    }
    return lots;
  }

  /** All events that there are behind a position. */
  static List<Moved> events(String after) throws IOException {
    List<Moved> events = new ArrayList<>();
    String position = "";
    String next = after;
    while (!next.equals(position)) {
      position = next;
      JsonNode page = JSON.readTree(As.viewer().get(EVENTS + position).asString());
      page.path("data").forEach(envelope -> events.add(Moved.of(envelope)));
      next = page.path("position").asText();
    }
    return events;
  }
}
