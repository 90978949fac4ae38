package io.kucun.inventory.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Turns every failure of a request into a problem; what nobody foresaw is logged and hidden. */
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** What a client is told that did send a token (RFC 6750, section 3.1). */
  private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

  private final Caller caller;

  ProblemMappers(Caller caller) {
    this.caller = caller;
  }

  @ServerExceptionMapper
  Response refused(ProblemException e, HttpHeaders request) {
    return answer(e.refusal(), request);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e, HttpHeaders request) {
    return answer(Violations.refusal(e), request);
  }

  @ServerExceptionMapper
  Response json(JsonProcessingException e, HttpHeaders request) {
    return answer(JsonProblems.of(e), request);
  }

  /** Text in another encoding than the JSON that it claims to be. */
  @ServerExceptionMapper
  Response encoding(CharConversionException e, HttpHeaders request) {
    return answer(ProblemCode.MALFORMED_JSON, WebPhrase.NOT_UTF_8, request);
  }

  /** The REST layer has a mapper of its own for just this class. */
  @ServerExceptionMapper
  Response mismatch(MismatchedInputException e, HttpHeaders request) {
    return answer(JsonProblems.of(e), request);
  }

  @ServerExceptionMapper
  Response unauthenticated(UnauthorizedException e, HttpHeaders request) {
    return answer(ProblemCode.UNAUTHENTICATED, WebPhrase.SEND_TOKEN, request);
  }

  @ServerExceptionMapper
  Response unauthenticated(AuthenticationFailedException e, HttpHeaders request) {
    return Outage.causes(e)
        ? answer(ProblemCode.UNAVAILABLE, WebPhrase.ISSUER_AWAY, request)
        : problem(
                Refusal.of(ProblemCode.UNAUTHENTICATED, WebPhrase.SEND_ANOTHER_TOKEN.with()),
                request)
            .with(HttpHeaders.WWW_AUTHENTICATE, INVALID_TOKEN)
            .response();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, HttpHeaders request) {
    List<String> roles = Roles.ALL.stream().filter(caller::has).toList();
    Message detail = roles.isEmpty() ? WebPhrase.NO_ROLE.with() : WebPhrase.OTHER_ROLE.with(roles);
    return answer(Refusal.of(ProblemCode.FORBIDDEN, detail), request);
  }

  @ServerExceptionMapper
  Response rest(WebApplicationException e, HttpHeaders request) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return answer(JsonProblems.of(json), request);
    }
    Response given = e.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    return bare(ProblemCode.of(given.getStatus()), request);
  }

  /** The router leaves a path with 404 when the class that has the path lacks the method. */
  private static Response bare(ProblemCode code, HttpHeaders request) {
    if (code == ProblemCode.NOT_FOUND || code == ProblemCode.METHOD_NOT_ALLOWED) {
      ResteasyReactiveRequestContext routed = CurrentRequestManager.get();
      Set<String> allowed = AllowedMethods.of(routed);
      if (!allowed.isEmpty() && !allowed.contains(routed.getMethod())) {
        return sentence(ProblemCode.METHOD_NOT_ALLOWED, request)
            .with(HttpHeaders.ALLOW, String.join(", ", allowed))
            .response();
      }
    }
    return sentence(code, request).response();
  }

  private static ProblemAnswer sentence(ProblemCode code, HttpHeaders request) {
    return problem(Refusal.of(code, WebPhrase.SENTENCE.with(code.with())), request);
  }

  @ServerExceptionMapper
  Response unforeseen(Throwable e, HttpHeaders request, RoutingContext context) {
    Refusal givenUp = GivenUp.refusal(e);
    if (givenUp != null) {
      LOG.debug("The database gave up on a request", e);
      return answer(givenUp, request);
    }
    if (Outage.causes(e)) {
      LOG.debug("A request met an outage", e);
      return answer(ProblemCode.UNAVAILABLE, WebPhrase.PART_AWAY, request);
    }
    try (LogContext _ = new LogContext(context.request())) {
      LOG.errorf(e, "Unforeseen failure of request %s", RequestId.of(context.request()));
    }
    return answer(ProblemCode.INTERNAL, WebPhrase.LOGGED, request);
  }

  private static Response answer(ProblemCode code, Phrase detail, HttpHeaders request) {
    return answer(Refusal.of(code, detail.with()), request);
  }

  private static Response answer(Refusal refusal, HttpHeaders request) {
    return problem(refusal, request).response();
  }

  private static ProblemAnswer problem(Refusal refusal, HttpHeaders request) {
    return ProblemAnswer.of(refusal, request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
