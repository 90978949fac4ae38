package io.kucun.inventory.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into a problem; what nobody foresaw is logged and hidden. */
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response refused(ProblemException e) {
    return answer(e.problem());
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e) {
    return answer(Violations.problem(e));
  }

  @ServerExceptionMapper
  Response json(JsonProcessingException e) {
    return answer(JsonProblems.of(e));
  }

  /** Text in another encoding than the JSON that it claims to be. */
  @ServerExceptionMapper
  Response encoding(CharConversionException e) {
    return answer(Problem.of(ProblemCode.MALFORMED_JSON, "The body is not UTF-8."));
  }

  /** The REST layer has a mapper of its own for just this class. */
  @ServerExceptionMapper
  Response mismatch(MismatchedInputException e) {
    return answer(JsonProblems.of(e));
  }

  @ServerExceptionMapper
  Response unauthenticated(UnauthorizedException e) {
    return unauthenticated();
  }

  @ServerExceptionMapper
  Response unauthenticated(AuthenticationFailedException e) {
    return Outage.causes(e)
        ? unavailable("The issuer of tokens cannot be reached.")
        : unauthenticated();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return answer(Problem.of(ProblemCode.FORBIDDEN, "This needs another role."));
  }

  @ServerExceptionMapper
  Response rest(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return answer(JsonProblems.of(json));
    }
    Response given = e.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    return answer(Problem.of(codeOf(given.getStatus()), codeOf(given.getStatus()).title() + "."));
  }

  @ServerExceptionMapper
  Response unforeseen(Throwable e) {
    if (Outage.causes(e)) {
      LOG.debug("A request met an outage", e);
      return unavailable("A part that this request needs cannot be reached.");
    }
    LOG.error("Unforeseen failure of a request", e);
    return answer(Problem.of(ProblemCode.INTERNAL, "It has been logged."));
  }

  /** What the REST layer itself refuses with. */
  private static ProblemCode codeOf(int status) {
    return switch (status) {
      case 401 -> ProblemCode.UNAUTHENTICATED;
      case 403 -> ProblemCode.FORBIDDEN;
      case 404 -> ProblemCode.NOT_FOUND;
      case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
      case 406 -> ProblemCode.NOT_ACCEPTABLE;
      case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
      case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
      default -> status < 500 ? ProblemCode.VALIDATION : ProblemCode.INTERNAL;
    };
  }

  private static Response unauthenticated() {
    return Response.fromResponse(
            answer(Problem.of(ProblemCode.UNAUTHENTICATED, "Send a token of the issuer.")))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  private static Response unavailable(String detail) {
    return Response.fromResponse(answer(Problem.of(ProblemCode.UNAVAILABLE, detail)))
        .header(HttpHeaders.RETRY_AFTER, "2")
        .build();
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(problem)
        .build();
  }
}
