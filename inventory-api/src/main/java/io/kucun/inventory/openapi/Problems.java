package io.kucun.inventory.openapi;

import io.kucun.inventory.web.Problem;
import io.kucun.inventory.web.ProblemCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The problems that each operation may answer: by rule, and those of its own that the written part
 * lists under {@code x-problems}.
 */
final class Problems {
  private static final String OWN = "x-problems";

  private static final Set<ProblemCode> OF_FILES =
      Set.of(ProblemCode.CSV_CHARSET, ProblemCode.CSV_INVALID, ProblemCode.REQUEST_TIMEOUT);
  private static final Set<ProblemCode> OF_VALUES =
      Set.of(ProblemCode.LENGTH_REQUIRED, ProblemCode.MALFORMED_JSON);

  private final Components components;

  Problems(Components components) {
    this.components = components;
    Schema problem = Objects.requireNonNull(components.getSchemas().get("Problem"));
    Schema codes = Objects.requireNonNull(problem.getProperties().get("code"));
    for (ProblemCode code : ProblemCode.values()) {
      codes.addEnumeration(code.wire());
    }
  }

  void add(String path, HttpMethod method, Operation operation) {
    Map<Integer, Set<ProblemCode>> byStatus =
        codes(path, method, operation).stream()
            .collect(
                Collectors.groupingBy(
                    ProblemCode::status,
                    TreeMap::new,
                    Collectors.toCollection(() -> EnumSet.noneOf(ProblemCode.class))));
    operation.removeExtension(OWN);
    byStatus.forEach((status, codes) ->
        operation
            .getResponses()
            .addAPIResponse(
                status.toString(), OASFactory.createAPIResponse().ref(component(status, codes))));
  }

  private static Set<ProblemCode> codes(String path, HttpMethod method, Operation operation) {
    Set<ProblemCode> codes =
        EnumSet.of(ProblemCode.UNKNOWN_PARAMETER, ProblemCode.NOT_ACCEPTABLE, ProblemCode.INTERNAL);
    if (Headers.isOpen(operation)) {
      return codes;
    }
    codes.addAll(
        Set.of(ProblemCode.UNAUTHENTICATED, ProblemCode.FORBIDDEN, ProblemCode.UNAVAILABLE));
    List<Parameter> parameters = Headers.parameters(operation);
    if (!parameters.isEmpty() || method != HttpMethod.GET) {
      codes.add(ProblemCode.VALIDATION);
    }
    if (path.contains("{")) {
      codes.add(ProblemCode.NOT_FOUND);
    }
    if (parameters.stream()
        .anyMatch(one -> one.getRef() != null && one.getRef().endsWith("/cursor"))) {
      codes.add(ProblemCode.INVALID_CURSOR);
    }
    if (Headers.isWrite(method, operation)) {
      codes.addAll(Set.of(ProblemCode.BUSY, ProblemCode.IDEMPOTENCY_KEY_REUSED));
    }
    codes.addAll(ofBody(operation));
    if (Headers.takesIfMatch(operation)) {
      codes.add(ProblemCode.PRECONDITION_FAILED);
      if (method == HttpMethod.PUT) {
        codes.add(ProblemCode.PRECONDITION_REQUIRED);
      }
    }
    own(operation).forEach(name -> codes.add(ProblemCode.valueOf(name.toUpperCase(Locale.ROOT))));
    return codes;
  }

  private static Set<ProblemCode> ofBody(Operation operation) {
    Set<ProblemCode> codes = EnumSet.noneOf(ProblemCode.class);
    if (operation.getRequestBody() != null) {
      Content content = operation.getRequestBody().getContent();
      codes.addAll(Set.of(ProblemCode.PAYLOAD_TOO_LARGE, ProblemCode.UNSUPPORTED_MEDIA_TYPE));
      codes.addAll(content.getMediaType("text/csv") != null ? OF_FILES : OF_VALUES);
    }
    return codes;
  }

  private static List<String> own(Operation operation) {
    List<String> names = new ArrayList<>();
    if (operation.hasExtension(OWN) && operation.getExtension(OWN) instanceof List<?> listed) {
      listed.forEach(name -> names.add(name.toString()));
    }
    return names;
  }

  private String component(int status, Set<ProblemCode> codes) {
    String name =
        status + "." + codes.stream().map(ProblemCode::wire).collect(Collectors.joining("."));
    if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
      components.addResponse(name, response(codes));
    }
    return name;
  }

  private static APIResponse response(Set<ProblemCode> codes) {
    Schema code = OASFactory.createSchema();
    MediaType problem = OASFactory.createMediaType();
    Map<String, String> titles = new LinkedHashMap<>();
    for (ProblemCode each : codes) {
      code.addEnumeration(each.wire());
      titles.put(each.wire(), each.english());
      problem.addExample(each.wire(), OASFactory.createExample().value(example(each)));
    }
    problem.setSchema(
        OASFactory.createSchema()
            .addAllOf(OASFactory.createSchema().ref("Problem"))
            .addAllOf(OASFactory.createSchema().addProperty("code", code)));
    Content content = OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem);
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(
                titles.entrySet().stream()
                    .map(title -> "`" + title.getKey() + "`: " + title.getValue())
                    .collect(Collectors.joining("; ")))
            .content(content);
    Headers.ofProblem(codes).forEach(name -> response.addHeader(name, Headers.ref(name)));
    return response;
  }

  private static Map<String, Object> example(ProblemCode code) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", "urn:kucun:problem:" + code.wire());
    example.put("title", code.english());
    example.put("status", code.status());
    example.put("detail", code.english() + ".");
    example.put("code", code.wire());
    return example;
  }
}
