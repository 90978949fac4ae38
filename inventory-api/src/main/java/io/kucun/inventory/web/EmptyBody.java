package io.kucun.inventory.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The body of a step that takes no values: nothing, or an object without fields. */
@Singleton
public final class EmptyBody {
  private final ObjectReader reader;

  EmptyBody(ObjectMapper json) {
    this.reader = json.readerFor(Fieldless.class);
  }

  /**
   * Refuses a body that says something, because nobody would hear it.
   *
   * @throws ProblemException 400 for a field, or for what is no object
   */
  public void require(@Nullable String body) {
    if (body == null || body.isBlank()) {
      return;
    }
    try {
      if (reader.readValue(body) == null) {
        throw ProblemException.invalid(
            "", "wrong_type", WebPhrase.NOT_AN_OBJECT.with(Flaw.place("")));
      }
    } catch (JsonProcessingException e) {
      throw new ProblemException(JsonProblems.of(e));
    }
  }

  @RegisterForReflection
  record Fieldless() {}
}
