package io.kucun.inventory.identity;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Whose tokens are remembered. */
@ApplicationScoped
public class Bearers {
  private static final String SCHEME = "Bearer ";
  private static final String BEARER = Bearer.class.getName();
  private static final int MOST = 10_000;

  private final VerifiedTokens<Bearer> tokens =
      new VerifiedTokens<>(MOST, () -> System.currentTimeMillis() / 1000);

  Bearers(MeterRegistry registry) {
    Gauge.builder("kucun.tokens.verified", tokens::size)
        .description("Verified tokens that are remembered")
        .register(registry);
  }

  /**
   * Whose token this is, as of now.
   *
   * @param header the value of {@code Authorization}
   * @return null if the token is not remembered, has expired or was revoked
   */
  public @Nullable Bearer of(@Nullable String header) {
    String token = token(header);
    return token == null ? null : tokens.get(token);
  }

  /** By whom this request was made; null if that was found out without what is remembered. */
  public static @Nullable Bearer of(RoutingContext request) {
    return request.get(BEARER);
  }

  /** The request is authenticated by what is remembered of its token. */
  static void authenticated(RoutingContext request, Bearer bearer) {
    request.put(BEARER, bearer);
  }

  VerifiedTokens<Bearer> tokens() {
    return tokens;
  }

  static @Nullable String token(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : null;
  }
}
