package io.kucun.gateway.source;

import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells people that Redis is out of reach, why and what to do, and that it is back: each once, and
 * again when something else is to be done.
 */
final class LinkReport {
  private static final Logger LOG = Logger.getLogger(LinkReport.class);
  private static final String NOTHING = "";

  /** What epoll puts before what people know. */
  private static final Pattern SYSTEM_CALL =
      Pattern.compile("^\\w+\\(\\.\\.\\) failed with error\\(-\\d+\\): ");

  private final String address;
  private @Nullable String said;

  /** Has said nothing yet of the Redis with that address. */
  LinkReport(String address) {
    this.address = address;
  }

  void down(String reason) {
    String remedy = remedy(reason);
    if (!remedy.equals(said)) {
      said = remedy;
      LOG.warnf(
          "Redis cannot be used (%s: %s): %s; trying again with back-off",
          address, SYSTEM_CALL.matcher(reason).replaceFirst(""), remedy);
    }
  }

  void up() {
    if (!NOTHING.equals(said)) {
      said = NOTHING;
      LOG.infof("Redis is there (%s)", address);
    }
  }

  private static String remedy(String reason) {
    if (reason.endsWith(Primary.IS_REPLICA)) {
      return "let REDIS_URL lead to the primary";
    }
    return reason.matches("(WRONGPASS|NOAUTH|NOPERM) .*|ERR .*AUTH.*")
        ? "check the user and the password in REDIS_URL"
        : "check REDIS_URL, and whether Redis runs there";
  }
}
