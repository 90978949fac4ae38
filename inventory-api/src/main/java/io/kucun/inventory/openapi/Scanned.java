package io.kucun.inventory.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** What the build has read from the code, without what it could only guess. */
final class Scanned {
  private Scanned() {}

  /**
   * Leaves paths, bodies, roles, and schemas of our own records.
   *
   * @return the parameters that stand in the code, by path and method: lists would not be merged
   */
  static Map<String, List<Parameter>> reduce(OpenAPI api, Records records) {
    Map<String, List<Parameter>> parameters = new HashMap<>();
    api.setTags(null);
    api.setServers(null);
    api.getComponents().setSecuritySchemes(null);
    for (String name : List.copyOf(api.getComponents().getSchemas().keySet())) {
      if (!records.has(name)) {
        api.getComponents().removeSchema(name);
      }
    }
    for (String path : List.copyOf(api.getPaths().getPathItems().keySet())) {
      if (path.startsWith("/api/") || path.equals("/config.json")) {
        api.getPaths()
            .getPathItem(path)
            .getOperations()
            .forEach((method, operation) -> parameters.put(path + method, reduce(operation)));
      } else {
        api.getPaths().removePathItem(path);
      }
    }
    return parameters;
  }

  private static List<Parameter> reduce(Operation operation) {
    List<Parameter> kept =
        Headers.parameters(operation).stream()
            .filter(parameter -> parameter.getIn() == Parameter.In.PATH || isIfMatch(parameter))
            .toList();
    kept.forEach(Schemas::inline);
    operation.setTags(null);
    operation.setSummary(null);
    operation.setOperationId(null);
    operation.setResponses(null);
    if (isRefused(operation.getRequestBody())) {
      operation.setRequestBody(null);
    }
    operation.setParameters(null);
    return kept;
  }

  /** A step that takes no values reads its body as text, only to refuse it. */
  private static boolean isRefused(@Nullable RequestBody body) {
    return body != null && body.getContent().getMediaType("text/plain") != null;
  }

  private static boolean isIfMatch(Parameter parameter) {
    return "If-Match".equals(parameter.getName());
  }
}
