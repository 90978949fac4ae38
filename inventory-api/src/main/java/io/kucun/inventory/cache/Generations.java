package io.kucun.inventory.cache;

import io.kucun.inventory.events.BeforePublish;
import io.kucun.inventory.redis.RedisLinks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives tags fresh generations: each entry that was filled under an older one is stale from then
 * on.
 */
@ApplicationScoped
class Generations implements BeforePublish {
  /**
   * Longer than any entry lives, so that a generation that is gone never meets an entry of its
   * time.
   */
  private static final long TTL_SECONDS = Duration.ofHours(24).toSeconds();

  private final RedisLinks links;
  private final CacheKeys keys;

  Generations(RedisLinks links, CacheKeys keys) {
    this.links = links;
    this.keys = keys;
  }

  /** Random, never counted: a counter that is lost and starts over would bring old entries back. */
  static String fresh() {
    return Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
  }

  /** Completes when Redis has confirmed a fresh generation of each tag. */
  Uni<Void> bump(Collection<String> tags) {
    if (tags.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Request> commands =
        tags.stream()
            .map(tag ->
                Request.cmd(Command.SET)
                    .arg(keys.generation(tag))
                    .arg(fresh())
                    .arg("EX")
                    .arg(TTL_SECONDS))
            .toList();
    return Uni.createFrom()
        .item(links::session)
        .map(session -> session.orElseThrow(RedisAway::new))
        .flatMap(session -> session.batch(commands))
        .replaceWithVoid();
  }

  /** The command that creates a generation where there is none. */
  Request create(String tag) {
    return Request.cmd(Command.SET)
        .arg(keys.generation(tag))
        .arg(fresh())
        .arg("NX")
        .arg("EX")
        .arg(TTL_SECONDS);
  }

  @Override
  public Uni<Void> beforePublish(Set<String> tags) {
    return bump(tags);
  }

  @Override
  public Uni<Void> beforeRestart() {
    return bump(Unconfirmed.EVERYTHING);
  }
}
