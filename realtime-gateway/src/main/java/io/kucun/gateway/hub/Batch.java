package io.kucun.gateway.hub;

import java.util.List;

/**
 * Messages of one channel that follow each other, at least one, for every member that hears all of
 * them: the same object for each, so that what is made of it is made once.
 */
public final class Batch {

  private final List<Message> messages;
  private final int size;

  Batch(List<Message> messages, int size) {
    this.messages = messages;
    this.size = size;
  }

  static Batch of(Message only) {
    return new Batch(List.of(only), only.size());
  }

  public List<Message> messages() {
    return messages;
  }

  /** The most that the frames of all messages take up, in bytes. */
  public int size() {
    return size;
  }

  /** The same messages, each by itself, for those who hear but some. */
  List<Batch> split() {
    return messages.stream().map(Batch::of).toList();
  }

  long first() {
    return messages.getFirst().sequence();
  }

  long last() {
    return messages.getLast().sequence();
  }
}
