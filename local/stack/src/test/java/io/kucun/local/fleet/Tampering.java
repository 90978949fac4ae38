package io.kucun.local.fleet;

import io.kucun.local.fleet.Finding.Kind;
import io.kucun.local.fleet.Note.Ended;
import io.kucun.local.fleet.Note.Heard;
import io.kucun.local.fleet.Note.Resync;
import io.kucun.local.fleet.Note.Strange;
import io.kucun.local.fleet.Note.Subscribed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A good diary made bad in one place, and what the checker has to find then. */
final class Tampering {
  private final Ledger ledger;
  private final Random random;

  Tampering(Ledger ledger, Random random) {
    this.ledger = ledger;
    this.random = random;
  }

  /** One way to do it. */
  record Trick(String name, Kind finds, UnaryOperator<Diary> change) {}

  List<Trick> all() {
    return List.of(
        trick("an event that did not come", Kind.LOST, it -> it.remove(heard(it))),
        trick("an event that came twice", Kind.REPEATED, this::twice),
        trick("an event that came too late", Kind.ORDER, this::late),
        new Trick("an event for somebody else", Kind.FOREIGN, this::foreign),
        trick("an event with another content", Kind.CONTENT, this::otherContent),
        trick("a resume that did not succeed", Kind.NOT_RECOVERED, this::notRecovered),
        trick("a resync", Kind.RESYNC, it -> it.add(heard(it), new Resync("inventory"))),
        trick("a connection that broke", Kind.ABNORMAL, it -> ended(it, 1006)),
        trick("a client that was too slow", Kind.CODE, it -> ended(it, 4408)));
  }

  private static Trick trick(String name, Kind finds, Consumer<List<Note>> change) {
    return new Trick(
        name,
        finds,
        diary -> {
          List<Note> notes = new ArrayList<>(diary.notes());
          change.accept(notes);
          return diary.with(notes);
        });
  }

  private static int[] places(List<Note> notes, Predicate<Note> wanted) {
    return IntStream.range(0, notes.size()).filter(it -> wanted.test(notes.get(it))).toArray();
  }

  private int any(List<Note> notes, Class<? extends Note> kind) {
    int[] places = places(notes, kind::isInstance);
    return places[random.nextInt(places.length)];
  }

  private int heard(List<Note> notes) {
    return any(notes, Heard.class);
  }

  private void twice(List<Note> notes) {
    int one = heard(notes);
    notes.add(notes.size() - 1, notes.get(one));
  }

  /** Exchanged with the one before it on its channel. */
  private void late(List<Note> notes) {
    String channel = ((Heard) notes.get(heard(notes))).event().channel();
    int[] places = places(notes, it -> it instanceof Heard(Event e) && e.channel().equals(channel));
    int one = random.nextInt(1, places.length);
    Collections.swap(notes, places[one - 1], places[one]);
  }

  private Diary foreign(Diary diary) {
    List<Note> notes = new ArrayList<>(diary.notes());
    Event other =
        ledger.events().stream().filter(it -> !diary.interest().covers(it)).findFirst().get();
    notes.add(heard(notes), new Heard(other));
    return diary.with(notes);
  }

  private void otherContent(List<Note> notes) {
    int one = heard(notes);
    String text = ((Heard) notes.get(one)).event().text();
    notes.set(one, new Strange(text.replace("counted", "count")));
  }

  private void notRecovered(List<Note> notes) {
    int last = notes.size() - 1;
    while (!(notes.get(last) instanceof Subscribed)) {
      last--;
    }
    Subscribed resumed = (Subscribed) notes.get(last);
    notes.set(last, new Subscribed(resumed.target(), resumed.at(), false));
  }

  private void ended(List<Note> notes, int code) {
    int one = any(notes, Ended.class);
    notes.set(one, new Ended(code, ((Ended) notes.get(one)).nanos()));
  }
}
