package io.kucun.gateway.hub;

import java.util.List;

/**
 * Messages of one channel that follow each other, at least one, for every member that hears all of
 * them: the same object for each, so that what is made of it is made once.
 */
public final class Batch {

  private final List<Message> messages;
  private final int size;
  private final boolean live;

  private Batch(List<Message> messages, int size, boolean live) {
    this.messages = messages;
    this.size = size;
    this.live = live;
  }

  /** Of what was just published. */
  static Batch live(List<Message> messages, int size) {
    return new Batch(messages, size, true);
  }

  /** Of the past, for who comes back or has been slow. */
  static Batch replayed(List<Message> messages, int size) {
    return new Batch(messages, size, false);
  }

  public List<Message> messages() {
    return messages;
  }

  /** Whether it was just published, so that it tells how long events take. */
  public boolean isLive() {
    return live;
  }

  /** The most that the frames of all messages take up, in bytes. */
  public int size() {
    return size;
  }

  /** The same messages, each by itself, for those who hear but some. */
  List<Batch> split() {
    return messages.stream().map(it -> new Batch(List.of(it), it.size(), live)).toList();
  }

  long first() {
    return messages.getFirst().sequence();
  }

  long last() {
    return messages.getLast().sequence();
  }
}
