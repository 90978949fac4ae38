package io.kucun.gateway.source;

import io.kucun.gateway.envelope.Position;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what Redis keeps of channels. Answers on the hub's thread. */
interface LogReader {

  /** The position, then the newest events after {@code after}; of the whole log if null. */
  Uni<Tail> tail(String channel, @Nullable Position after);

  /** The positions of those channels that have one. */
  Uni<Map<String, Position>> positions(List<String> channels);
}
