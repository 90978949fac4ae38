package io.kucun.local.delivery;

import io.kucun.local.rig.Answer;
import io.kucun.local.rig.Lines;
import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Rig;
import io.kucun.local.rig.Workers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Sends each write again, with its key, until it is known what became of it. One thread. */
final class Pen implements Workers.Own {
  private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();
  private static final int PAUSE_NANOS = 20_000_000;

  private final Rig rig;
  private final Lines lines;
  private final Journal journal;
  private final Random random;

  Pen(Rig rig, Journal journal, Random random) {
    this.rig = rig;
    this.lines = new Lines(rig);
    this.journal = journal;
    this.random = random;
  }

  Answer post(String path, String body) {
    return write("POST", path, "", body);
  }

  Answer write(String method, String path, String more, String body) {
    String headers = more + "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < deadline) {
      List<Replica> up = rig.replicas().stream().filter(Replica::isUp).toList();
      if (!up.isEmpty()) {
        try {
          HttpAnswer answer = send(up.get(random.nextInt(up.size())), method, path, headers, body);
          if (answer.known()) {
            return answer.answer();
          }
        } catch (IOException e) {
          journal.repeated();
          continue;
        }
        journal.repeated();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("nobody told what became of " + method + " " + path + " " + headers);
  }

  private record HttpAnswer(Answer answer) {
    boolean known() {
      return !answer.isServersFault()
          && answer.status() != 429
          && !answer.body().contains("\"busy\"");
    }
  }

  private HttpAnswer send(Replica replica, String method, String path, String headers, String body)
      throws IOException {
    return new HttpAnswer(lines.to(replica).send(method, "/api/v1/" + path, headers, body));
  }

  @Override
  public void close() {
    lines.close();
  }
}
