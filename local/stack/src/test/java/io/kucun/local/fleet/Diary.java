package io.kucun.local.fleet;

import io.kucun.local.client.Position;
import io.kucun.local.fleet.Note.Ended;
import io.kucun.local.fleet.Note.Heard;
import io.kucun.local.fleet.Note.Opened;
import io.kucun.local.fleet.Note.Subscribed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that happened to one client, in order. Written by one thread, read by any. */
final class Diary {
  private final String name;
  private final Interest interest;
  private final List<Note> notes = new ArrayList<>();
  private final Map<String, Long> newest = new HashMap<>();
  private int opened;
  private int subscribed;
  private int ended;

  Diary(String name, Interest interest) {
    this.name = name;
    this.interest = interest;
  }

  String name() {
    return name;
  }

  Interest interest() {
    return interest;
  }

  synchronized void add(Note note) {
    notes.add(note);
    switch (note) {
      case Heard(Event event) -> newest.put(event.channel(), event.offset());
      case Opened o -> opened++;
      case Subscribed(String target, Position at, Boolean recovered) -> {
        subscribed = opened;
        newest.putIfAbsent(Interest.channel(target), at == null ? 0 : at.offset());
      }
      case Ended e -> ended = opened;
      case Note.Dropped d -> ended = opened;
      default -> {}
    }
  }

  /** Whether it is connected, and its subscription answered. */
  synchronized boolean isSubscribed() {
    return subscribed == opened && ended < opened;
  }

  /** How many sockets it has had. */
  synchronized int opened() {
    return opened;
  }

  /** Whether none is left. */
  synchronized boolean isGone() {
    return opened > 0 && ended == opened;
  }

  /** The offset of the last event of a channel, or where it first subscribed. */
  synchronized long newest(String channel) {
    return newest.getOrDefault(channel, 0L);
  }

  synchronized List<Note> notes() {
    return List.copyOf(notes);
  }

  /** The notes of one kind. */
  <T extends Note> Stream<T> all(Class<T> kind) {
    return notes().stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The same client with other notes. */
  Diary with(List<Note> others) {
    Diary diary = new Diary(name, interest);
    others.forEach(diary::add);
    return diary;
  }
}
