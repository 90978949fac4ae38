package io.kucun.local.delivery;

import io.kucun.local.client.Json;
import io.kucun.local.delivery.Books.Entity;
import io.kucun.local.delivery.Books.Row;
import io.kucun.local.delivery.Evidence.Promise;
import io.kucun.local.delivery.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Good evidence made bad in one place, and what the auditor has to find then. */
final class Tampering {
  private final Random random;

  Tampering(Random random) {
    this.random = random;
  }

  /** One way to do it. */
  record Trick(String name, Kind finds, UnaryOperator<Evidence> change) {}

  List<Trick> all() {
    return List.of(
        new Trick("an event that nobody heard", Kind.LOST, this::unheard),
        new Trick("an offset with two contents", Kind.CONTENT, this::otherContent),
        new Trick("an event that was heard twice", Kind.REPEATED, this::repeated),
        new Trick("two events in the wrong order", Kind.ORDER, this::swapped),
        new Trick("a change without an event", Kind.LEDGER, this::missingRow),
        new Trick("a change with two events", Kind.CHANGE, this::doubledRow),
        new Trick("an event without an offset", Kind.NUMBERING, this::unnumbered),
        new Trick("two offsets exchanged everywhere", Kind.VERSIONS, this::exchanged),
        new Trick("a lot with another quantity", Kind.STATE, this::otherState),
        new Trick("an event that was rolled back", Kind.INVENTED, this::rolledBack),
        new Trick("a log with a gap", Kind.LOG, this::gap),
        new Trick("an acknowledged change that is not there", Kind.PROMISE, this::promised));
  }

  private int any(List<?> some) {
    return random.nextInt(some.size() / 4, some.size() * 3 / 4);
  }

  private Evidence unheard(Evidence good) {
    List<Heard> heard = new ArrayList<>(good.heard());
    Place gone = heard.get(any(heard)).event().place();
    heard.removeIf(it -> it.event().place().equals(gone));
    return good.with(heard).with(without(good.log(), gone));
  }

  private static Map<String, List<Envelope>> without(Map<String, List<Envelope>> log, Place gone) {
    Map<String, List<Envelope>> rest = new HashMap<>(log);
    rest.computeIfPresent(
        gone.channel(),
        (channel, events) -> events.stream().filter(it -> !it.place().equals(gone)).toList());
    return rest;
  }

  private Evidence otherContent(Evidence good) {
    List<Heard> heard = new ArrayList<>(good.heard());
    int at = any(heard);
    Envelope event = heard.get(at).event();
    String other = event.text().replace("\"actor\":\"admin\"", "\"actor\":\"nobody\"");
    heard.add(at + 1, new Heard(heard.get(at).link(), Envelope.of(other)));
    return good.with(heard);
  }

  private Evidence repeated(Evidence good) {
    List<Heard> heard = new ArrayList<>(good.heard());
    int at = any(heard);
    heard.add(at + 1, heard.get(at));
    return good.with(heard);
  }

  private Evidence swapped(Evidence good) {
    List<Heard> heard = new ArrayList<>(good.heard());
    int first = any(heard);
    int second = first + 1;
    while (!heard.get(second).event().channel().equals(heard.get(first).event().channel())) {
      second++;
    }
    Heard event = heard.get(first);
    heard.set(first, heard.get(second));
    heard.set(second, event);
    return good.with(heard);
  }

  private static int moving(List<Row> rows, int from) {
    int at = from;
    while (!rows.get(at).data().contains("movementId")) {
      at++;
    }
    return at;
  }

  private Evidence missingRow(Evidence good) {
    List<Row> rows = new ArrayList<>(good.books().rows());
    rows.remove(moving(rows, any(rows)));
    return good.with(good.books().with(rows));
  }

  private Evidence doubledRow(Evidence good) {
    List<Row> rows = new ArrayList<>(good.books().rows());
    rows.add(rows.get(moving(rows, any(rows))));
    return good.with(good.books().with(rows));
  }

  private static Row at(Row row, long offset) {
    return new Row(row.id(), row.channel(), row.key(), row.owner(), row.data(), row.ts(), offset);
  }

  private Evidence unnumbered(Evidence good) {
    List<Row> rows = new ArrayList<>(good.books().rows());
    int one = any(rows);
    rows.set(one, at(rows.get(one), 0));
    return good.with(good.books().with(rows));
  }

  /** All of the system agrees on it, and it is wrong all the same. */
  private Evidence exchanged(Evidence good) {
    List<Row> rows = new ArrayList<>(good.books().rows());
    int one = moving(rows, any(rows));
    int two = one + 1;
    while (!entity(rows.get(two)).equals(entity(rows.get(one)))) {
      two++;
    }
    Row first = rows.get(one);
    Row second = rows.get(two);
    rows.set(one, at(first, second.offset()));
    rows.set(two, at(second, first.offset()));
    Map<Place, Envelope> texts = new HashMap<>();
    for (Heard heard : good.heard()) {
      texts.put(heard.event().place(), heard.event());
    }
    UnaryOperator<Envelope> exchange =
        event ->
            event.place().equals(first.place())
                ? moved(texts, second, first)
                : event.place().equals(second.place()) ? moved(texts, first, second) : event;
    List<Heard> heard =
        good.heard().stream().map(it -> new Heard(it.link(), exchange.apply(it.event()))).toList();
    Map<String, List<Envelope>> log = new HashMap<>(good.log());
    log.replaceAll((channel, events) -> events.stream().map(exchange).toList());
    return good.with(good.books().with(rows)).with(heard).with(log);
  }

  private static String entity(Row row) {
    return Change.of(row.channel(), Json.parse(row.data())).entity();
  }

  private static Envelope moved(Map<Place, Envelope> texts, Row what, Row where) {
    String text = Objects.requireNonNull(texts.get(what.place())).text();
    return Envelope.of(
        text.replace("\"offset\":" + what.offset() + ",", "\"offset\":" + where.offset() + ","));
  }

  private Evidence otherState(Evidence good) {
    Books books = good.books();
    Map<String, Entity> entities = new HashMap<>(books.entities());
    String lot = entities.keySet().stream().filter(it -> it.startsWith("lot:")).findAny().get();
    entities.computeIfPresent(lot, (name, it) -> new Entity(it.version(), it.state() + "1"));
    return good.with(new Books(books.epoch(), books.rows(), books.moves(), books.last(), entities));
  }

  private Evidence rolledBack(Evidence good) {
    List<Heard> heard = new ArrayList<>(good.heard());
    Heard last = heard.getLast();
    long next = good.books().last().getOrDefault(last.event().channel(), 0L) + 1;
    String text =
        last.event()
            .text()
            .replace("\"offset\":" + last.event().offset() + ",", "\"offset\":" + next + ",");
    heard.add(new Heard(last.link(), Envelope.of(text)));
    return good.with(heard);
  }

  private Evidence gap(Evidence good) {
    List<Envelope> log = good.log().getOrDefault("inventory", List.of());
    return good.with(without(good.log(), log.get(any(log)).place()));
  }

  private Evidence promised(Evidence good) {
    List<Promise> promises = new ArrayList<>(good.promises());
    promises.add(new Promise(promises.getFirst().entity(), 1_000_000));
    return new Evidence(
        good.books(), good.heard(), good.log(), good.positions(), promises, good.capacity());
  }
}
