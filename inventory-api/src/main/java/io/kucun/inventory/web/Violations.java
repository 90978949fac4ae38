package io.kucun.inventory.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Turns constraint violations into one error per faulty value, each with its JSON pointer. */
final class Violations {
  private Violations() {}

  static Problem problem(ConstraintViolationException e) {
    List<Problem.Fault> errors =
        e.getConstraintViolations().stream()
            .map(Violations::error)
            .sorted(Comparator.comparing(error -> String.valueOf(error.pointer())))
            .toList();
    return ProblemException.invalid(errors).problem();
  }

  private static Problem.Fault error(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    String pointer = pointer(violation.getPropertyPath());
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return Problem.Fault.at(
        pointer,
        constraint.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT),
        (name.isEmpty() ? "The body" : name) + " " + violation.getMessage() + ".");
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
