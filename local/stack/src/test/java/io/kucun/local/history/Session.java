package io.kucun.local.history;

import io.kucun.local.rig.HttpLine;
import io.kucun.local.rig.RedisProxy.Mode;
import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Rig;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What one run shares: the rig, what is read and written, and what is recorded. */
record Session(Rig rig, Shelf shelf, History history, Tally tally, Known known) {
  /** A session with a new shelf. */
  static Session of(Rig rig, String name, int products) throws java.io.IOException {
    History history = new History();
    try (HttpLine line = rig.line(rig.replicas().getFirst())) {
      Shelf shelf = Shelf.filled(name, products, line, history);
      return new Session(rig, shelf, history, new Tally(), new Known());
    }
  }

  /** Any replica that is up. */
  Replica anywhere() {
    List<Replica> up = rig.replicas().stream().filter(Replica::isUp).toList();
    return any(up);
  }

  /** Another one, if there is one. */
  Replica otherThan(Replica one) {
    List<Replica> others =
        rig.replicas().stream().filter(it -> it.isUp() && !it.equals(one)).toList();
    return others.isEmpty() ? one : any(others);
  }

  void mode(Mode mode) {
    rig.mode(mode);
  }

  static <T> T any(List<T> some) {
    return some.get(ThreadLocalRandom.current().nextInt(some.size()));
  }
}
