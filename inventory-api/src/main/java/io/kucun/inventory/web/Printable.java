package io.kucun.inventory.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that people can type as they see it: printable, and no blanks around it. */
// One class, not a choice in a group: Java would recurse once per character of a long text.
@Pattern(regexp = "[^\\p{C}\\p{Z}](?:[[^\\p{C}\\p{Z}] ]*[^\\p{C}\\p{Z}])?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Printable {
  /** Not used: {@link Constraints} says what is wrong. */
  String message() default "";

  /** Not used. */
  Class<?>[] groups() default {};

  /** Not used. */
  Class<? extends Payload>[] payload() default {};
}
