package io.kucun.inventory.web;

import io.kucun.inventory.web.Problem.Shortage;
import java.util.List;

/** A refusal on its way to the caller. It carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** A refusal. */
  public ProblemException(Refusal refusal) {
    super(refusal.code().wire() + ": " + refusal.detail().in(Language.ENGLISH), null, false, false);
    this.refusal = refusal;
  }

  /** A refusal as a whole. */
  public ProblemException(ProblemCode code, Message detail) {
    this(Refusal.of(code, detail));
  }

  /** A 404 that says what is not there. */
  public static ProblemException notFound(Message detail) {
    return new ProblemException(ProblemCode.NOT_FOUND, detail);
  }

  /** A 400 for one or more faulty places of the request. */
  public static ProblemException invalid(List<Flaw> flaws) {
    return new ProblemException(Refusal.of(ProblemCode.VALIDATION, flaws));
  }

  /**
   * Refuses a request that has flaws.
   *
   * @throws ProblemException that names each of them, if there are any
   */
  public static void raise(ProblemCode code, List<Flaw> flaws) {
    if (!flaws.isEmpty()) {
      throw new ProblemException(Refusal.of(code, flaws));
    }
  }

  /** A 400 for one value of the body. */
  public static ProblemException invalid(String pointer, String code, Message message) {
    return invalid(List.of(Flaw.at(pointer, code, message)));
  }

  /** A 400 for one query parameter. */
  public static ProblemException invalidParameter(String name, Message message) {
    return invalid(List.of(Flaw.parameter(name, "invalid_parameter", message)));
  }

  /** A 409 that names each short line. */
  public static ProblemException insufficient(List<Shortage> shortages) {
    Shortage first = shortages.getFirst();
    Message detail =
        shortages.size() == 1
            ? WebPhrase.SHORT_LINE.with(first.requested(), first.available())
            : WebPhrase.SHORT_LINES.with(
                first.requested(), first.available(), shortages.size() - 1);
    return new ProblemException(
        new Refusal(ProblemCode.INSUFFICIENT_STOCK, detail, List.of(), shortages));
  }

  /** What the caller is told. */
  public Refusal refusal() {
    return refusal;
  }
}
