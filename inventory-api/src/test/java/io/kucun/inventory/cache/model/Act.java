package io.kucun.inventory.cache.model;

/** What an actor can do in one atomic step. */
enum Act {
  COMMITS("commits"),
  BUMPS("bumps a generation"),
  DELETES("deletes the entry"),
  BURIES("puts a tombstone"),
  ACKNOWLEDGES("acknowledges"),
  ANSWERS_PENDING("answers without confirmation"),
  BUMPS_LATE("bumps a generation, late"),

  TAKES("takes committed events"),
  PUBLISHES("delivers the events"),
  HANDS_OVER("dies, another takes over"),

  AWAITS_LOOK("begins and waits for the next look"),
  JOINS_LOOK("begins and joins the look under way"),
  LOOKS("looks for all who wait"),
  LOOKS_AT_HEAD("looks at the entry's head for all who wait, as it has a copy"),
  READS_GENERATIONS("reads the generations behind the head"),
  LOOKS_AGAIN("looks again, for the copy is of another entry"),
  TRUSTS_COPY("begins and answers with the copy"),
  SHARED_HIT("is back with a hit, all answer"),
  SHARED_REFRESH("is back with a hit, all answer, one refreshes"),
  SHARED_MISS("is back with a miss"),
  SHARED_LACK("is back without a generation"),

  HITS("begins, hits and answers"),
  REFRESHES("begins, hits and answers, refreshes early"),
  MISSES("begins and misses"),
  LACKS_GENERATION("begins and finds a generation missing"),
  CREATES("creates the missing generation"),
  STILL_LACKS("finds a generation missing again"),
  HITS_AGAIN("looks again, hits and answers"),
  MISSES_AGAIN("looks again and misses"),
  JOINS("joins a flight"),
  JOINS_LATE("joins a flight that is loaded, and answers"),
  LEADS("begins a flight"),
  TAKES_LEASE("takes the lease"),
  TAKES_OVER_LEASE("takes the lease over from another stamp"),
  LOSES_LEASE("finds the lease taken"),
  GETS_FILLED("gets what the holder filled, and answers"),
  TIRES("has waited enough"),
  LOADS("reads the database and answers"),
  LOADS_ONLY("reads the database and answers, will not fill"),
  STAMPS_LATE("reads the stamp now"),
  FILLS("fills"),
  REFRAINS("does not fill"),

  EVICTS_ENTRY("evicts the entry"),
  EVICTS_GENERATION("evicts a generation"),
  EXPIRES_LEASE("lets the lease expire"),
  FLUSHES("is flushed"),
  SNAPSHOT("has its data saved or replicated"),
  RESTORES("restarts or fails over with the saved data"),
  FAILS_BACK("fails back, with the present data");

  private final String phrase;

  Act(String phrase) {
    this.phrase = phrase;
  }

  @Override
  public String toString() {
    return phrase;
  }
}
