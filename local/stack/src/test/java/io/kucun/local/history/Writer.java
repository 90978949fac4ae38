package io.kucun.local.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.rig.Answer;
import io.kucun.local.rig.HttpLine;
import io.kucun.local.rig.Lines;
import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Workers;
import java.io.IOException;

/** Writes, records what was acknowledged, and reads at once elsewhere. One thread. */
final class Writer implements Workers.Own {
  private final Session session;
  private final Lines lines;
  private final Reader reader;

  Writer(Session session) {
    this.session = session;
    this.lines = new Lines(session.rig());
    this.reader = new Reader(session);
  }

  /** Adds one to a register of the product of that number, which only this thread puts. */
  void write(int number, Register.Kind kind) {
    Replica replica = session.anywhere();
    if (write(new Register(session.shelf().products().get(number), kind), number, replica)) {
      reader.read(Session.any(session.shelf().routes()), session.otherThan(replica));
    }
  }

  private boolean write(Register register, int number, Replica replica) {
    HttpLine line = lines.to(replica);
    try {
      Answer answer =
          switch (register.kind()) {
            case STOCK -> stock(line, register);
            case VERSION -> version(line, register, number);
          };
      return judge(register, answer, System.nanoTime());
    } catch (IOException e) {
      session.tally().count("writes: unanswered");
      return false;
    }
  }

  private Answer stock(HttpLine line, Register register) throws IOException {
    session.history().attempt(register, System.nanoTime());
    return line.send("POST", "/api/v1/inventory/inbound", "", Shelf.inbound(register.product()));
  }

  private Answer version(HttpLine line, Register register, int number) throws IOException {
    return put(session, line, register, number, new Truth(session.rig()).of(register));
  }

  /** Replaces a product, if it still has that version. */
  static Answer put(Session session, HttpLine line, Register register, int number, long version)
      throws IOException {
    session.history().attempt(register, System.nanoTime());
    return line.send(
        "PUT",
        "/api/v1/products/" + register.product(),
        "If-Match: \"" + version + "\"\r\n",
        session.shelf().body(number));
  }

  private boolean judge(Register register, Answer answer, long at) {
    if (!answer.isOk()) {
      session.tally().count("writes: " + answer.status());
      return false;
    }
    if (!answer.header("kucun-cache").isEmpty()) {
      session.tally().count(Tally.PENDING);
      return false;
    }
    session.history().acknowledged(register, number(register, answer.json()), at);
    session.tally().count(Tally.ACKNOWLEDGED);
    return true;
  }

  private static long number(Register register, JsonNode body) {
    return switch (register.kind()) {
      case STOCK -> body.path("lot").path("quantity").asLong();
      case VERSION -> body.path("version").asLong();
    };
  }

  @Override
  public void close() {
    lines.close();
    reader.close();
  }
}
