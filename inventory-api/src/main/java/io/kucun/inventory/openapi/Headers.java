package io.kucun.inventory.openapi;

import io.kucun.inventory.web.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that all operations of a kind share. */
final class Headers {
  private static final Set<ProblemCode> TEMPORARY =
      Set.of(ProblemCode.BUSY, ProblemCode.TOO_MANY_REQUESTS, ProblemCode.UNAVAILABLE);
  private static final String READ = "x-read";
  private static final String JSON = "application/json";

  private Headers() {}

  /** Whether nobody needs a token. */
  static boolean isOpen(Operation operation) {
    return operation.getSecurity() == null || operation.getSecurity().isEmpty();
  }

  /** Whether it changes anything; {@code x-read} marks a read that has a body. */
  static boolean isWrite(HttpMethod method, Operation operation) {
    return method != HttpMethod.GET && !operation.hasExtension(READ);
  }

  static List<Parameter> parameters(Operation operation) {
    return operation.getParameters() == null ? List.of() : operation.getParameters();
  }

  static boolean takesIfMatch(Operation operation) {
    return parameters(operation).stream().anyMatch(one -> "If-Match".equals(one.getName()));
  }

  static Header ref(String name) {
    return OASFactory.createHeader().ref(name);
  }

  /** The headers of an answer with one of these problems. */
  static List<String> ofProblem(Set<ProblemCode> codes) {
    List<String> names = new ArrayList<>(List.of("Content-Language", "X-Request-Id"));
    if (codes.contains(ProblemCode.UNAUTHENTICATED)) {
      names.add("WWW-Authenticate");
    }
    if (codes.stream().anyMatch(TEMPORARY::contains)) {
      names.add("Retry-After");
    }
    return names;
  }

  static void add(String path, HttpMethod method, Operation operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (Parameter parameter : parameters(operation)) {
      parameters.add("If-Match".equals(parameter.getName()) ? ifMatch(method) : parameter);
    }
    boolean conditional = method == HttpMethod.GET && path.startsWith("/api/") && isJson(operation);
    if (conditional) {
      parameters.add(parameter("If-None-Match"));
      APIResponse unchanged =
          OASFactory.createAPIResponse().description("It is what the caller has");
      operation.getResponses().addAPIResponse("304", unchanged);
    }
    boolean write = isWrite(method, operation);
    operation.removeExtension(READ);
    if (write) {
      parameters.add(parameter("Idempotency-Key"));
      parameters.add(parameter("traceparent"));
    }
    parameters.add(parameter("Accept-Language"));
    parameters.add(parameter("X-Request-Id"));
    operation.setParameters(parameters);
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> {
          if (response.getRef() == null) {
            answer(write, conditional, response);
          }
        });
  }

  private static void answer(boolean write, boolean conditional, APIResponse response) {
    List<String> names = new ArrayList<>();
    if (response.getHeaders() != null) {
      names.addAll(response.getHeaders().keySet());
    }
    if (conditional) {
      names.addAll(List.of("ETag", "Cache-Control"));
    }
    if (write) {
      names.addAll(List.of("Idempotent-Replayed", "Kucun-Cache", "traceresponse"));
    }
    names.add("X-Request-Id");
    names.forEach(name -> response.addHeader(name, ref(name)));
  }

  private static boolean isJson(Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    return ok != null && ok.getContent() != null && ok.getContent().getMediaType(JSON) != null;
  }

  private static Parameter parameter(String name) {
    return OASFactory.createParameter().ref(name);
  }

  /** Replacing needs the version that is replaced. */
  private static Parameter ifMatch(HttpMethod method) {
    return method == HttpMethod.PUT ? parameter("If-Match-Required") : parameter("If-Match");
  }
}
