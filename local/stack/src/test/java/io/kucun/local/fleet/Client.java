package io.kucun.local.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;
import io.kucun.local.client.Position;
import io.kucun.local.fleet.Note.Dropped;
import io.kucun.local.fleet.Note.Ended;
import io.kucun.local.fleet.Note.Heard;
import io.kucun.local.fleet.Note.Opened;
import io.kucun.local.fleet.Note.Refused;
import io.kucun.local.fleet.Note.Resync;
import io.kucun.local.fleet.Note.SentAway;
import io.kucun.local.fleet.Note.Strange;
import io.kucun.local.fleet.Note.Subscribed;
import io.kucun.local.rig.Sockets;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that does what the protocol tells it, and notes what happens to it. */
final class Client {
  private static final int NORMAL = 1000;
  private static final int ABNORMAL = 1006;
  private static final long SHORT_PAUSE = 50_000_000;
  private static final long LONG_PAUSE = 1_000_000_000;

  private final Visitor visitor;
  private final Diary diary;
  private final Ledger ledger;
  private final Supplier<@Nullable Gateway> route;
  private final boolean stays;
  private final Bookmarks bookmarks = new Bookmarks();
  private volatile @Nullable FrameSocket socket;
  private volatile boolean dropped;

  /**
   * Does nothing yet.
   *
   * @param route where to connect next, as soon as there is no socket; nowhere any more if null
   * @param stays until it is put out, when it is told to leave
   */
  Client(
      Visitor visitor,
      Diary diary,
      Ledger ledger,
      Supplier<@Nullable Gateway> route,
      boolean stays) {
    this.visitor = visitor;
    this.diary = diary;
    this.ledger = ledger;
    this.route = route;
    this.stays = stays;
  }

  Diary diary() {
    return diary;
  }

  Client start() {
    Thread.ofVirtual().start(this::run);
    return this;
  }

  private void run() {
    for (Gateway next = route.get(); next != null; next = route.get()) {
      next.clients().incrementAndGet();
      visit(next);
      next.clients().decrementAndGet();
    }
  }

  private void visit(Gateway gateway) {
    try (FrameSocket opened = visitor.enter(gateway)) {
      diary.add(new Opened(gateway.name(), System.nanoTime()));
      dropped = false;
      socket = opened;
      follow(opened);
    } catch (Refusal e) {
      diary.add(new Refused(gateway.name(), e.code()));
      LockSupport.parkNanos(e.code().equals("draining") ? SHORT_PAUSE : LONG_PAUSE);
    } catch (IOException e) {
      diary.add(new Refused(gateway.name(), ""));
      LockSupport.parkNanos(SHORT_PAUSE);
    }
  }

  private void follow(FrameSocket from) {
    try {
      from.send(bookmarks.subscribe(diary.interest()));
      Frame frame = from.next();
      while (frame.opcode() == Frame.TEXT) {
        read(from, frame.text());
        frame = from.next();
      }
      from.close(frame.code());
      diary.add(new Ended(frame.code(), System.nanoTime()));
    } catch (IOException e) {
      diary.add(dropped ? new Dropped() : new Ended(ABNORMAL, System.nanoTime()));
    }
  }

  private void read(FrameSocket from, String text) {
    Event event = ledger.find(text);
    if (event != null) {
      bookmarks.heard(event);
      diary.add(new Heard(event));
      return;
    }
    JsonNode frame = Json.parse(text);
    switch (frame.path("type").asText()) {
      case "subscribed" ->
          frame.path("channels").properties().forEach(it -> subscribed(it.getKey(), it.getValue()));
      case "position" ->
          frame
              .path("positions")
              .properties()
              .forEach(it -> bookmarks.told(it.getKey(), Bookmarks.position(it.getValue())));
      case "resync" -> {
        bookmarks.told(frame.path("channel").asText(), Bookmarks.position(frame));
        diary.add(new Resync(frame.path("channel").asText()));
      }
      case "reconnect" -> sentAway(from, frame.path("afterMs").asLong());
      case "welcome", "degraded" -> {}
      default -> diary.add(new Strange(text));
    }
  }

  private void subscribed(String target, JsonNode answer) {
    Position at = Bookmarks.position(answer);
    bookmarks.told(target, at);
    JsonNode recovered = answer.get("recovered");
    diary.add(new Subscribed(target, at, recovered == null ? null : recovered.asBoolean()));
  }

  private void sentAway(FrameSocket from, long afterMillis) {
    diary.add(new SentAway(afterMillis, System.nanoTime()));
    if (!stays) {
      CompletableFuture.delayedExecutor(afterMillis, TimeUnit.MILLISECONDS)
          .execute(() -> close(from));
    }
  }

  /** Closes its socket, in order. */
  void leave() {
    FrameSocket open = socket;
    if (open != null) {
      close(open);
    }
  }

  /** Hangs up on a gateway that does not answer. */
  void drop() {
    dropped = true;
    Sockets.close(socket);
  }

  private static void close(FrameSocket open) {
    try {
      open.close(NORMAL);
    } catch (IOException e) {
      // Its reader notes how it ended.
      return;
    }
  }
}
