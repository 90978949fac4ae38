package io.kucun.gateway;

import io.kucun.gateway.rights.Ledger;
import io.kucun.gateway.rights.Step;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A client that writes down what it was sent, to be held against its rights. */
final class Suspect implements AutoCloseable {

  final String user;
  private final Set<String> firstRoles;
  private final boolean tardy;
  private final List<Step> steps = new ArrayList<>();
  private final List<Step> late = new ArrayList<>();
  private final Map<Integer, Set<String>> renewals = new HashMap<>();
  private final Map<Set<String>, String> tokens = new ConcurrentHashMap<>();
  private final Map<String, Long> seen = new HashMap<>();
  private final List<String> surprises = new ArrayList<>();
  private final Client client;
  private int commands;
  private int refused;
  private int asked;
  private int answers;

  /**
   * Connects.
   *
   * @param tardy takes note of events only after the answers that came behind them, as if these had
   *     overtaken them
   */
  Suspect(URI base, String user, Set<String> roles, boolean tardy) {
    this.user = user;
    this.firstRoles = roles;
    this.tardy = tardy;
    client = Client.listening(base, token(roles), this::take);
  }

  private String token(Set<String> roles) {
    return tokens.computeIfAbsent(roles, r -> Tokens.of(user, r.toArray(String[]::new)));
  }

  void subscribe(Iterable<String> names, JsonObject since) {
    synchronized (this) {
      asked++;
    }
    JsonArray channels = new JsonArray();
    names.forEach(channels::add);
    JsonObject command = new JsonObject().put("type", "subscribe").put("channels", channels);
    client.trySend((since.isEmpty() ? command : command.put("since", since)).encode());
  }

  void unsubscribe(String name) {
    client.trySend("{\"type\":\"unsubscribe\",\"channel\":\"" + name + "\"}");
  }

  void renew(Set<String> roles) {
    int id = ++commands;
    synchronized (this) {
      renewals.put(id, roles);
    }
    String token = token(roles);
    client.trySend("{\"type\":\"auth\",\"id\":" + id + ",\"token\":\"" + token + "\"}");
  }

  private synchronized void take(String text) {
    JsonObject frame = new JsonObject(text);
    String type = frame.getString("type", "event");
    if (type.equals("event")) {
      event(frame);
      return;
    }
    answered(type, frame);
    steps.addAll(late);
    late.clear();
  }

  private void event(JsonObject frame) {
    String channel = frame.getString("channel");
    long offset = frame.getLong("offset");
    Step event = new Step.Event(channel, frame.getString("key"), frame.getString("owner"), offset);
    (tardy ? late : steps).add(event);
    seen.put(channel, offset);
  }

  private void answered(String type, JsonObject frame) {
    switch (type) {
      case "subscribed" -> {
        answers++;
        JsonObject channels = frame.getJsonObject("channels");
        for (String name : channels.fieldNames()) {
          if (channels.getJsonObject(name).containsKey("error")) {
            refused++;
          } else {
            steps.add(new Step.Subscribed(name));
          }
        }
      }
      case "unsubscribed" ->
          frame
              .getJsonArray("channels")
              .forEach(name -> steps.add(new Step.Unsubscribed(String.valueOf(name))));
      case "authenticated" ->
          steps.add(
              new Step.Renewed(Objects.requireNonNull(renewals.remove(frame.getInteger("id")))));
      case "error" -> notRenewed(frame);
      case "welcome", "resync", "position" -> {}
      default -> surprises.add(frame.encode());
    }
  }

  /** As happens to whoever was disconnected meanwhile. */
  private void notRenewed(JsonObject frame) {
    Integer id = frame.getInteger("id");
    if (id == null || renewals.remove(id) == null) {
      surprises.add(frame.encode());
    }
  }

  /** What came without a grant, and what should not have come at all. */
  synchronized List<String> violations() {
    List<String> found = new ArrayList<>(Ledger.check("sub-" + user, firstRoles, steps));
    found.addAll(surprises);
    return found;
  }

  /** What would be found, had it been sent this. */
  synchronized List<String> recheck(List<Step> tampered) {
    return Ledger.check("sub-" + user, firstRoles, tampered);
  }

  synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  synchronized long events() {
    return steps.stream().filter(step -> step instanceof Step.Event).count();
  }

  synchronized int refused() {
    return refused;
  }

  /** The newest event of a channel that came. */
  synchronized long seen(String channel) {
    return seen.getOrDefault(channel, 0L);
  }

  /** Whether nothing that it asked for is unanswered. */
  synchronized boolean isSettled() {
    return renewals.isEmpty() && answers == asked;
  }

  int closeCode() {
    return client.closeCode();
  }

  boolean isClosed() {
    return client.isClosed();
  }

  @Override
  public void close() {
    client.close();
  }
}
