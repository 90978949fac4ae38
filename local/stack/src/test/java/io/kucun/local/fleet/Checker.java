package io.kucun.local.fleet;

import io.kucun.local.client.Position;
import io.kucun.local.fleet.Finding.Kind;
import io.kucun.local.fleet.Note.Ended;
import io.kucun.local.fleet.Note.Heard;
import io.kucun.local.fleet.Note.Resync;
import io.kucun.local.fleet.Note.Strange;
import io.kucun.local.fleet.Note.Subscribed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what clients noted against what was published. */
final class Checker {
  private static final int ABNORMAL = 1006;

  private final Ledger ledger;
  private final Set<Integer> codes;
  private final List<Finding> findings = new ArrayList<>();

  private Checker(Ledger ledger, Set<Integer> codes) {
    this.ledger = ledger;
    this.codes = codes;
  }

  /**
   * Of clients that were given all that was due.
   *
   * @param codes with which sockets may have ended
   */
  static List<Finding> check(List<Diary> diaries, Ledger ledger, Set<Integer> codes) {
    Checker checker = new Checker(ledger, codes);
    diaries.forEach(checker::events);
    diaries.forEach(checker::connections);
    return checker.findings;
  }

  private void events(Diary diary) {
    for (String channel : diary.interest().channels()) {
      Set<Long> heard = new HashSet<>();
      Set<Long> sinceAnew = new HashSet<>();
      long last = 0;
      for (Note note : diary.notes()) {
        if (beginsAnew(note, channel)) {
          sinceAnew.clear();
          last = 0;
        } else if (note instanceof Heard(Event event) && event.channel().equals(channel)) {
          if (!sinceAnew.add(event.offset())) {
            find(Kind.REPEATED, diary, channel + " " + event.offset());
          } else if (event.offset() < last) {
            find(Kind.ORDER, diary, channel + " " + event.offset() + " after " + last);
          }
          last = Math.max(last, event.offset());
          heard.add(event.offset());
        }
      }
      for (Event due : ledger.due(diary.interest(), channel, start(diary, channel))) {
        if (!heard.contains(due.offset())) {
          find(Kind.LOST, diary, channel + " " + due.offset());
        }
      }
    }
  }

  /** Whoever is told so reads the state, and what comes then may have come before. */
  private static boolean beginsAnew(Note note, String channel) {
    return switch (note) {
      case Subscribed(String target, var at, Boolean recovered) ->
          Boolean.FALSE.equals(recovered) && Interest.channel(target).equals(channel);
      case Resync(String resynced) -> resynced.equals(channel);
      default -> false;
    };
  }

  /** Where the client stood when it first subscribed. */
  private static long start(Diary diary, String channel) {
    Map<String, Long> starts = new HashMap<>();
    diary
        .all(Subscribed.class)
        .forEach(it -> starts.putIfAbsent(Interest.channel(it.target()), offset(it.at())));
    return starts.getOrDefault(channel, 0L);
  }

  private static long offset(@org.jspecify.annotations.Nullable Position at) {
    return at == null ? 0 : at.offset();
  }

  private void connections(Diary diary) {
    Set<String> known = new HashSet<>();
    for (Note note : diary.notes()) {
      switch (note) {
        case Heard(Event event) when !diary.interest().covers(event) ->
            find(Kind.FOREIGN, diary, event.text());
        case Strange(String text) -> find(Kind.CONTENT, diary, text);
        case Resync(String channel) -> find(Kind.RESYNC, diary, channel);
        case Subscribed s when !known.add(s.target()) && !Boolean.TRUE.equals(s.recovered()) ->
            find(Kind.NOT_RECOVERED, diary, s.toString());
        case Ended(int code, long at) when code == ABNORMAL ->
            find(Kind.ABNORMAL, diary, "no close frame");
        case Ended(int code, long at) when !codes.contains(code) ->
            find(Kind.CODE, diary, Integer.toString(code));
        default -> {}
      }
    }
  }

  private void find(Kind kind, Diary diary, String what) {
    findings.add(new Finding(kind, diary.name(), what));
  }
}
