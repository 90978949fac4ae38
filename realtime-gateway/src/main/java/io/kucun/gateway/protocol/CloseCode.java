package io.kucun.gateway.protocol;

/** Why the gateway closes a socket, and whether the client should come back. */
public enum CloseCode {
  BAD_REQUEST(4400, "bad request", false),
  TOKEN_EXPIRED(4401, "token expired", true),
  DISCONNECTED(4401, "disconnected by an administrator", true),
  FORBIDDEN(4403, "forbidden", false),
  TOO_SLOW(4408, "too slow", true),
  NO_PONG(4412, "no pong", true),
  TOO_BIG(4413, "too big", false),
  RATE(4429, "too many commands", true),
  INTERNAL(4500, "internal error", true),
  DRAINING(4503, "draining", true);

  private final int code;
  private final String reason;
  private final boolean comeBack;

  CloseCode(int code, String reason, boolean comeBack) {
    this.code = code;
    this.reason = reason;
    this.comeBack = comeBack;
  }

  public int code() {
    return code;
  }

  public String reason() {
    return reason;
  }

  /** False means that the same attempt would end the same way. */
  public boolean comeBack() {
    return comeBack;
  }
}
