package io.kucun.inventory.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Turns constraint violations into one error per faulty value, each with its JSON pointer. */
public final class Violations {
  private Violations() {}

  static Refusal refusal(ConstraintViolationException e) {
    return Refusal.of(ProblemCode.VALIDATION, flaws(e.getConstraintViolations()));
  }

  /** The flaws of a value, by their pointers. */
  public static List<Flaw> flaws(Collection<? extends ConstraintViolation<?>> violations) {
    return violations.stream()
        .map(Violations::flaw)
        .sorted(Comparator.comparing(flaw -> String.valueOf(flaw.pointer())))
        .toList();
  }

  private static Flaw flaw(ConstraintViolation<?> violation) {
    Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
    String pointer = pointer(violation.getPropertyPath());
    return Flaw.at(
        pointer,
        constraint
            .annotationType()
            .getSimpleName()
            .replaceAll("(?<=.)([A-Z])", "_$1")
            .toLowerCase(Locale.ROOT),
        Constraints.message(constraint, Flaw.place(pointer), violation.getInvalidValue()));
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.isInIterable() && node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }
}
