package io.kucun.inventory.web;

/** The stable codes of problems: clients may branch on them, so they are never renamed. */
public enum ProblemCode {
  VALIDATION(400, "The request is not valid"),
  MALFORMED_JSON(400, "The body is not well-formed JSON"),
  UNKNOWN_PARAMETER(400, "A query parameter is not known here"),
  UNAUTHENTICATED(401, "A valid bearer token is needed"),
  FORBIDDEN(403, "Your role does not allow this"),
  NOT_FOUND(404, "There is no such resource"),
  METHOD_NOT_ALLOWED(405, "The resource does not take this method"),
  NOT_ACCEPTABLE(406, "The resource has no such representation"),
  INSUFFICIENT_STOCK(409, "There is less available than requested"),
  DUPLICATE_CODE(409, "A product with this code exists"),
  QUANTITY_CHANGED(409, "The quantity is no longer the expected one"),
  BELOW_RESERVED(409, "The quantity would fall below what is reserved"),
  ORDER_STATE(409, "The order's status does not allow this"),
  PRODUCT_ARCHIVED(409, "The product is archived"),
  HAS_RESERVATIONS(409, "Stock of the product is reserved"),
  LENGTH_REQUIRED(411, "The body's length must be announced"),
  PRECONDITION_FAILED(412, "The resource has changed"),
  PAYLOAD_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not taken here"),
  PRECONDITION_REQUIRED(428, "If-Match is needed"),
  INTERNAL(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "The service cannot answer right now");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status that goes with this code. */
  public int status() {
    return status;
  }

  /** What it means, for people. */
  public String title() {
    return title;
  }

  /** The code as it stands on the wire, in lower case. */
  public String wire() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
