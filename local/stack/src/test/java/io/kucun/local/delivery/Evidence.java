package io.kucun.local.delivery;

import java.util.List;
import java.util.Map;

/**
 * All that was recorded of one run, after its end.
 *
 * @param heard in the order of arrival
 * @param log what lies in Redis, for each channel
 * @param positions what Redis says of each channel's end
 * @param promises the changes that writers were told of
 * @param capacity how many events of a channel the log keeps at least
 */
record Evidence(
    Books books,
    List<Heard> heard,
    Map<String, List<Envelope>> log,
    Map<String, String> positions,
    List<Promise> promises,
    int capacity) {
  /** A change whose acknowledgement arrived. */
  record Promise(String entity, long version) {}

  Evidence with(Books others) {
    return new Evidence(others, heard, log, positions, promises, capacity);
  }

  Evidence with(List<Heard> others) {
    return new Evidence(books, others, log, positions, promises, capacity);
  }

  Evidence with(Map<String, List<Envelope>> others) {
    return new Evidence(books, heard, others, positions, promises, capacity);
  }
}
