package io.kucun.gateway.session;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.protocol.Reply;
import io.kucun.gateway.protocol.ReplyWriter;
import io.kucun.gateway.protocol.Since;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The one clock of all sockets. With its ping, a client that nothing came for on a channel is told
 * where that channel stands, so that it can still resume when others have moved it far on.
 */
final class Heartbeat {

  private static final ReplyWriter REPLIES = new ReplyWriter();

  private final HubThread hub;

  Heartbeat(HubThread hub) {
    this.hub = hub;
  }

  /** The time that sockets are kept by: of a clock that nobody sets. */
  static long millis() {
    return System.nanoTime() / 1_000_000;
  }

  /** Does what is due for these sessions at this time. */
  void beat(Consumer<Consumer<Session>> sessions, long now) {
    List<Session> pinged = new ArrayList<>();
    sessions.accept(session -> {
      if (session.tick(now)) {
        pinged.add(session);
      }
    });
    if (!pinged.isEmpty()) {
      hub.run(h -> tellPositions(h, pinged));
    }
  }

  private static void tellPositions(Hub hub, List<Session> sessions) {
    // Written once for all who are to be told the same.
    Map<Map<String, Position>, String> frames = new HashMap<>();
    for (Session session : sessions) {
      Map<String, Position> quiet = hub.quiet(session);
      if (!quiet.isEmpty()) {
        session.answer(frames.computeIfAbsent(quiet, Heartbeat::frame));
      }
    }
  }

  private static String frame(Map<String, Position> quiet) {
    Map<String, Since> positions = new LinkedHashMap<>();
    quiet.forEach((channel, at) -> positions.put(channel, new Since(at.epoch(), at.offset())));
    return REPLIES.write(new Reply.Positions(positions));
  }
}
