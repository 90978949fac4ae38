package io.kucun.inventory.web;

import io.kucun.inventory.web.Problem.Shortage;
import java.util.List;

/**
 * A refusal that the caller is told as a {@link Problem}. It carries no stack trace: it is an
 * answer, not a fault.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private ProblemException(Problem problem) {
    super(problem.code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** A refusal with a detail for people. */
  public ProblemException(ProblemCode code, String detail) {
    this(Problem.of(code, detail));
  }

  /** A 404 that says what is not there. */
  public static ProblemException notFound(String what, Object id) {
    return new ProblemException(ProblemCode.NOT_FOUND, "There is no " + what + " " + id + ".");
  }

  /** A 400 for one or more faulty places of the request. */
  public static ProblemException invalid(List<Problem.Fault> errors) {
    String detail =
        errors.size() == 1 ? errors.getFirst().message() : errors.size() + " values are not valid.";
    return new ProblemException(Problem.of(ProblemCode.VALIDATION, detail, errors, List.of()));
  }

  static ProblemException unknownParameters(List<Problem.Fault> errors) {
    return new ProblemException(
        Problem.of(
            ProblemCode.UNKNOWN_PARAMETER,
            errors.getFirst().parameter() + ": " + errors.getFirst().message(),
            errors,
            List.of()));
  }

  /** A 400 for one value of the body. */
  public static ProblemException invalid(String pointer, String code, String message) {
    return invalid(List.of(Problem.Fault.at(pointer, code, message)));
  }

  /** A 400 for one query parameter. */
  public static ProblemException invalidParameter(String name, String message) {
    return invalid(List.of(new Problem.Fault(null, name, "invalid_parameter", message)));
  }

  /** A 409 that names each short line. */
  public static ProblemException insufficient(List<Shortage> shortages) {
    Shortage first = shortages.getFirst();
    String detail =
        "Requested "
            + first.requested()
            + ", available "
            + first.available()
            + (shortages.size() == 1 ? "." : "; and " + (shortages.size() - 1) + " more lines.");
    return new ProblemException(
        Problem.of(ProblemCode.INSUFFICIENT_STOCK, detail, List.of(), shortages));
  }

  /** What the caller is told. */
  public Problem problem() {
    return problem;
  }
}
