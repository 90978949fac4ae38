package io.kucun.local.bench.fanout;

/** What is measured. */
enum Competitor {
  SHIPPED("as shipped"),
  VARIANT("with --jvm"),
  PLAIN("sendText for each"),
  NODE("Node: ws, ioredis"),
  FLOOR("floor in C");

  private final String title;

  Competitor(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The name on the command line, and of what it has in Redis. */
  String word() {
    return Words.of(this);
  }

  boolean isGateway() {
    return this == SHIPPED || this == VARIANT || this == PLAIN;
  }
}
