package io.kucun.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The contract in {@code docs/asyncapi.yaml}: its messages, and whether a value is one of them. */
public final class AsyncApi {
  private static final String MESSAGES = "/components/messages";
  private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V7);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final Map<String, JsonSchema> payloads = new HashMap<>();

  /** A document, read already. */
  public AsyncApi(JsonNode document) {
    this.document = document;
    document
        .at(MESSAGES)
        .properties()
        .forEach(
            message -> payloads.put(message.getKey(), schema(message.getValue().path("payload"))));
  }

  /** Reads a document in YAML. */
  public static AsyncApi read(Path yaml) {
    try {
      return new AsyncApi(new YAMLMapper().readTree(yaml.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** References within a payload are to the components of the document. */
  private JsonSchema schema(JsonNode payload) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putArray("allOf").add(payload);
    whole.set("components", document.path("components"));
    return SCHEMAS.getSchema(whole, STRICT);
  }

  /** The document as a tree. */
  public JsonNode document() {
    return document;
  }

  /** The names of its messages that begin so. */
  public Set<String> messages(String prefix) {
    Set<String> names = new TreeSet<>(payloads.keySet());
    names.removeIf(name -> !name.startsWith(prefix));
    return names;
  }

  /** Why a value is not such a message; nothing if it is. */
  public List<String> faults(String message, JsonNode value) {
    return faults(Objects.requireNonNull(payloads.get(message), message), value);
  }

  /** Why the document is none by a schema of such documents, and which references lead nowhere. */
  public List<String> faults(JsonNode schemaOfDocuments) {
    List<String> faults = new ArrayList<>(faults(SCHEMAS.getSchema(schemaOfDocuments), document));
    document.findValuesAsText("$ref").stream()
        .filter(ref -> !ref.startsWith("#/") || document.at(ref.substring(1)).isMissingNode())
        .forEach(ref -> faults.add(ref + " leads nowhere"));
    return faults;
  }

  private static List<String> faults(JsonSchema schema, JsonNode value) {
    return schema.validate(value).stream().map(ValidationMessage::getMessage).toList();
  }
}
