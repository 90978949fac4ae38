package io.kucun.inventory.web;

import io.kucun.inventory.web.Problem.Shortage;
import java.util.List;

/**
 * What a request is refused with, not yet in any language; a {@link Problem} tells it.
 *
 * @param code the kind of refusal
 * @param detail what is wrong with this request
 * @param flaws each faulty place of the request
 * @param shortages each line that asks for more than there is
 */
public record Refusal(
    ProblemCode code, Message detail, List<Flaw> flaws, List<Shortage> shortages) {

  /** A refusal as a whole. */
  public static Refusal of(ProblemCode code, Message detail) {
    return new Refusal(code, detail, List.of(), List.of());
  }

  /** A refusal of one or more places; the only one gives the detail. */
  public static Refusal of(ProblemCode code, List<Flaw> flaws) {
    Message detail =
        flaws.size() == 1 ? flaws.getFirst().message() : WebPhrase.SEVERAL_FLAWS.with(flaws.size());
    return new Refusal(code, detail, flaws, List.of());
  }

  /** The problem document in a language. */
  public Problem in(Language language) {
    return new Problem(
        "urn:kucun:problem:" + code.wire(),
        code.with().in(language),
        code.status(),
        detail.in(language),
        code.wire(),
        flaws.stream().map(flaw -> flaw.in(language)).toList(),
        shortages);
  }
}
