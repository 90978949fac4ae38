package io.kucun.inventory.events;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, to be published once its transaction has committed.
 *
 * @param channel where it is published
 * @param key the entity it is about
 * @param owner the subject that owns the entity, where something is owned
 * @param tags what cached reads it makes stale
 * @param data the payload: a value that JSON writes as an object, and that no longer changes
 */
public record Event(
    Channel channel, String key, @Nullable String owner, Set<String> tags, Object data) {

  /** The same event with other tags, such as few that say as much as many would. */
  public Event tagged(Set<String> others) {
    return new Event(channel, key, owner, others, data);
  }
}
