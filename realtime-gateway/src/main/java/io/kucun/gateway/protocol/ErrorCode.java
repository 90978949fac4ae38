package io.kucun.gateway.protocol;

import java.util.Locale;

/** What can be wrong with a command or with one channel of it; on the wire in lower case. */
public enum ErrorCode {
  MALFORMED_JSON,
  UNKNOWN_TYPE,
  UNKNOWN_FIELD,
  MISSING_FIELD,
  INVALID_VALUE,
  UNKNOWN_CHANNEL,
  FORBIDDEN,
  TOO_MANY_CHANNELS,
  INVALID_TOKEN,
  TOKEN_EXPIRED,
  OTHER_SUBJECT,
  UNAVAILABLE;

  private final String wire = name().toLowerCase(Locale.ROOT);

  public String wire() {
    return wire;
  }
}
