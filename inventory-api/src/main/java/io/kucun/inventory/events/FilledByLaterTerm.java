package io.kucun.inventory.events;

/** Redis says that a later term than ours fills a channel's log. */
final class FilledByLaterTerm extends OutOfStep {
  private static final long serialVersionUID = 1L;

  private final long term;

  FilledByLaterTerm(String channel, long term) {
    super(channel, "filled by term " + term);
    this.term = term;
  }

  long term() {
    return term;
  }
}
