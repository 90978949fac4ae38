package io.kucun.local.replay;

import java.util.Map;

/**
 * What PostgreSQL held at one moment when every committed event had been published.
 *
 * @param offsets the last offset of each channel
 * @param ledgerRows how many rows the ledger had
 */
record Snapshot(String epoch, Map<String, Long> offsets, long ledgerRows) {
  long offset(String channel) {
    return offsets.getOrDefault(channel, 0L);
  }
}
