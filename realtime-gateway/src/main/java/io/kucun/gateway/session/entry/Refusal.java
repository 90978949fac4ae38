package io.kucun.gateway.session.entry;

import java.util.Locale;

/**
 * Why a request is refused: its status, its stable code (the name in lower case), and what to tell
 * people.
 */
public enum Refusal {
  BAD_REQUEST(400, "The request cannot be read"),
  TOKEN_IN_QUERY(
      400,
      "A token does not belong in a URL: send it in the Authorization header, or get a ticket"),
  AMBIGUOUS_CREDENTIALS(400, "Send one credential: one Authorization header or one ticket"),
  INVALID_BODY(400, "The body is one JSON object, {\"sub\":\"…\"}, and nothing else"),
  UNAUTHENTICATED(401, "A bearer token is needed, or at /ws a ticket"),
  INVALID_TOKEN(401, "The bearer token is not valid here, or no longer"),
  TOKEN_REVOKED(401, "The user was disconnected since this token was issued: get a new one"),
  INVALID_TICKET(401, "The ticket is unknown, used or too old: get a new one"),
  FORBIDDEN(403, "This is for administrators"),
  ORIGIN_FORBIDDEN(403, "This web origin may not use the gateway"),
  TICKET_ORIGIN_MISMATCH(403, "The ticket was issued to another web origin"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "This method is not for this path"),
  PAYLOAD_TOO_LARGE(413, "Nothing here reads so large a body"),
  UPGRADE_REQUIRED(426, "This path takes WebSocket handshakes only"),
  TOO_MANY_CONNECTIONS_OF_USER(429, "This user has too many connections", 10),
  TOO_MANY_CONNECTIONS_OF_ADDRESS(429, "This address has too many connections", 10),
  INTERNAL(500, "Something went wrong here"),
  TOO_MANY_CONNECTIONS(503, "This node is full", 5),
  TOO_MANY_HANDSHAKES(503, "Too many clients are connecting at once", 1),
  DRAINING(503, "This node is stopping", 1),
  IDENTITY_PROVIDER_UNAVAILABLE(503, "The identity provider is out of reach", 5),
  TICKETS_UNAVAILABLE(503, "Tickets cannot be kept at the moment", 5),
  CONTROL_UNAVAILABLE(503, "Redis is out of reach: the order may not have been passed on", 5);

  private final int status;
  private final String detail;
  private final int retryAfterSeconds;

  Refusal(int status, String detail) {
    this(status, detail, 0);
  }

  Refusal(int status, String detail, int retryAfterSeconds) {
    this.status = status;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public int status() {
    return status;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String detail() {
    return detail;
  }

  /** 0 if waiting does not help. */
  int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
