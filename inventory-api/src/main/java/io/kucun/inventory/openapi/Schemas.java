package io.kucun.inventory.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Small changes to schemas. */
final class Schemas {
  private static final String HOME = "#/components/schemas/";

  /** The scanner makes a component of each of these. */
  private static final Map<String, String> SCALARS =
      Map.of("UUID", "uuid", "LocalDate", "date", "Instant", "date-time");

  private Schemas() {}

  /** The name of the component that this refers to, or null. */
  static @Nullable String target(@Nullable Schema schema) {
    String ref = schema == null ? null : schema.getRef();
    return ref == null ? null : ref.substring(HOME.length());
  }

  /** Puts a scalar in the place of a reference to it. */
  static void inline(@Nullable Schema schema) {
    String target = target(schema);
    if (schema != null && target != null && SCALARS.containsKey(target)) {
      schema.setRef(null);
      schema.addType(SchemaType.STRING);
      schema.setFormat(SCALARS.get(target));
    } else if (schema != null && "ObjectNode".equals(target)) {
      schema.setRef(null);
      schema.addType(SchemaType.OBJECT);
    }
  }

  static void inline(Parameter parameter) {
    inline(parameter.getSchema());
  }

  /** Lets null stand there too. */
  static void allowNull(Schema schema) {
    if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
      schema.addType(SchemaType.NULL);
    }
    if (schema.getEnumeration() != null && !schema.getEnumeration().contains(null)) {
      List<Object> words = new ArrayList<>(schema.getEnumeration());
      words.add(null);
      schema.setEnumeration(words);
    }
  }

  /** Visits a schema and everything that stands in it, but not what it refers to. */
  static void walk(@Nullable Schema schema, Consumer<Schema> visitor) {
    if (schema == null) {
      return;
    }
    visitor.accept(schema);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(property -> walk(property, visitor));
    }
    walk(schema.getItems(), visitor);
  }
}
