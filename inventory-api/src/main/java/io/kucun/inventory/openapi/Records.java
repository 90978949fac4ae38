package io.kucun.inventory.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** The records that bodies and answers are made of, by the names of their schemas. */
final class Records {
  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final DotName INCLUDE =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");

  private static final DotName RAW =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonRawValue");

  private final Map<String, ClassInfo> byName = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  Records(IndexView index) {
    for (ClassInfo type : index.getKnownClasses()) {
      if (type.isRecord() && type.name().packagePrefix().startsWith("io.kucun.inventory")) {
        ClassInfo other = byName.putIfAbsent(type.simpleName(), type);
        if (other != null && !other.name().equals(type.name())) {
          ambiguous.add(type.simpleName());
        }
      }
    }
    for (AnnotationInstance named : index.getAnnotations(SCHEMA)) {
      if (named.target().kind() == AnnotationTarget.Kind.CLASS && named.value("name") != null) {
        byName.put(named.value("name").asString(), named.target().asClass());
        ambiguous.remove(named.value("name").asString());
      }
    }
  }

  /** Whether there is one such record; several of a name must say others by {@code @Schema}. */
  boolean has(String name) {
    return byName.containsKey(name) && !ambiguous.contains(name);
  }

  /** Says what may be null, what is always there, and that bodies have no other fields. */
  void complete(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    Set<String> bodies = bodies(api, schemas);
    schemas.forEach((name, schema) -> {
      ClassInfo type = byName.get(name);
      if (type != null && schema.getProperties() != null) {
        if (bodies.contains(name)) {
          schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
        complete(schema, type, bodies.contains(name));
      }
    });
  }

  private static void complete(Schema schema, ClassInfo type, boolean body) {
    Set<String> present = new HashSet<>();
    schema
        .getProperties()
        .forEach((name, property) -> {
          Schemas.walk(property, Schemas::inline);
          FieldInfo field = type.field(name);
          if (field == null) {
            return;
          }
          if (field.hasAnnotation(RAW)) {
            property.setType(List.of(SchemaType.OBJECT));
          }
          boolean nullable = field.type().hasAnnotation(NULLABLE);
          boolean leftOut =
              !body && (type.hasDeclaredAnnotation(INCLUDE) || field.hasAnnotation(INCLUDE));
          if (nullable && !leftOut) {
            Schemas.allowNull(property);
          }
          if (!body && !(nullable && leftOut)) {
            present.add(name);
          }
        });
    if (!body && !type.simpleName().equals("Problem")) {
      schema.setRequired(
          schema.getProperties().keySet().stream().filter(present::contains).toList());
    }
  }

  /** The names of all schemas that a request's body is made of. */
  private static Set<String> bodies(OpenAPI api, Map<String, Schema> schemas) {
    Deque<@Nullable Schema> open = new ArrayDeque<>();
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(
            operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
        .filter(media -> media.getSchema() != null)
        .forEach(media -> open.add(media.getSchema()));
    Set<String> found = new HashSet<>();
    while (!open.isEmpty()) {
      Schemas.walk(
          open.poll(),
          schema -> {
            String target = Schemas.target(schema);
            if (target != null && schemas.containsKey(target) && found.add(target)) {
              open.add(schemas.get(target));
            }
          });
    }
    return Set.copyOf(found);
  }
}
