package io.kucun.local.bench;

import io.kucun.local.stack.StackException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is measured. */
enum Contestant {
  SHIPPED("as shipped"),
  READ("the cached read itself"),
  NODE("Node: Fastify, ioredis"),
  NGINX("nginx: static file"),
  SHIPPED_304("as shipped, 304"),
  SHIPPED_MISS("as shipped, a miss"),
  READ_304("the cached read, 304"),
  SHIPPED_MANY("as shipped, " + ProductList.MANY + " lists"),
  READ_MANY("the cached read, " + ProductList.MANY + " lists"),
  NODE_MANY("Node, " + ProductList.MANY + " lists"),
  MGET("one MGET, no cache"),
  BYTES("bytes from memory");

  private final String title;

  Contestant(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The name on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Contestant named(String word) {
    return Stream.of(values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new StackException(
                "--only knows no '"
                    + word
                    + "', only "
                    + Stream.of(values()).map(Contestant::word).collect(Collectors.joining(", "))));
  }
}
