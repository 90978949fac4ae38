package io.kucun.gateway.session.entry;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request shows to prove who sends it. Never printed. */
sealed interface Credential {

  record Bearer(String token) implements Credential {
    @Override
    public String toString() {
      return "Bearer";
    }
  }

  record Ticket(String ticket) implements Credential {
    @Override
    public String toString() {
      return "Ticket";
    }
  }

  Set<String> TOKEN_PARAMETERS =
      Set.of("access_token", "token", "bearer", "jwt", "id_token", "authorization", "auth");

  int MAX_TOKEN = 8192;

  /** Refuses a request that carries a token in its URL, under any of the usual names. */
  static void refuseTokenIn(MultiMap query) {
    for (String name : query.names()) {
      if (TOKEN_PARAMETERS.contains(name.toLowerCase(Locale.ROOT))
          || looksLikeToken(query.get(name))) {
        throw new RefusedException(Refusal.TOKEN_IN_QUERY);
      }
    }
  }

  private static boolean looksLikeToken(@Nullable String value) {
    return value != null && value.startsWith("eyJ") && value.indexOf('.') > 0;
  }

  static Credential ofHandshake(MultiMap headers, MultiMap query) {
    List<String> tickets = query.getAll("ticket");
    if (tickets.isEmpty()) {
      return bearer(headers);
    }
    if (tickets.size() > 1 || headers.contains("Authorization")) {
      throw new RefusedException(Refusal.AMBIGUOUS_CREDENTIALS);
    }
    return new Ticket(tickets.getFirst());
  }

  static Bearer bearer(MultiMap headers) {
    List<String> values = headers.getAll("Authorization");
    if (values.size() > 1) {
      throw new RefusedException(Refusal.AMBIGUOUS_CREDENTIALS);
    }
    String value = values.isEmpty() ? "" : values.getFirst();
    if (!value.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new RefusedException(Refusal.UNAUTHENTICATED);
    }
    String token = value.substring(7).strip();
    if (token.isEmpty() || token.length() > MAX_TOKEN) {
      throw new RefusedException(Refusal.INVALID_TOKEN);
    }
    return new Bearer(token);
  }
}
