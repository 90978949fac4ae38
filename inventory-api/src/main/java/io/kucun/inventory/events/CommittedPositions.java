package io.kucun.inventory.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads where the channels stand in PostgreSQL. */
@ApplicationScoped
class CommittedPositions implements Positions {
  private static final String SELECT =
      "SELECT channel, epoch, last_offset FROM event_channel CROSS JOIN event_epoch";

  private final Pool pool;

  CommittedPositions(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<String> committed() {
    return pool.withConnection(connection -> connection.query(SELECT).execute())
        .map(rows -> {
          Map<String, Position> positions = new HashMap<>();
          rows.forEach(row ->
              positions.put(row.getString(0), new Position(row.getString(1), row.getLong(2))));
          return Stream.of(Channel.values())
              .map(channel -> channel.wire() + "=" + positions.get(channel.wire()))
              .collect(Collectors.joining(", "));
        });
  }
}
