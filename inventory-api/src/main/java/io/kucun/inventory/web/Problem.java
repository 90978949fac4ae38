package io.kucun.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457), told in one language.
 *
 * @param type a URI reference that names the kind of problem
 * @param title what the kind means
 * @param status the HTTP status, repeated
 * @param detail what is wrong with this request
 * @param code the stable code, see {@link ProblemCode}
 * @param errors one entry per faulty place of the request
 * @param shortages one entry per line that asks for more than there is
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem")
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<Fault> errors,
    List<Shortage> shortages) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A faulty place, see {@link Flaw}. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fault(
      @Nullable String pointer,
      @Nullable String parameter,
      @Nullable Integer line,
      @Nullable String column,
      String code,
      String message) {}

  /** A line that asks for more pieces than are available. */
  @RegisterForReflection
  public record Shortage(String pointer, long requested, long available) {}
}
