package io.kucun.inventory.dashboard;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a browser holds a page to: where it may get anything from, and who may show it. */
final class PageHeaders {
  private PageHeaders() {}

  static Map<String, String> of(String issuer, Optional<String> gatewayUrl) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", policy(issuer, gatewayUrl));
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("X-Frame-Options", "DENY");
    headers.put(
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    return headers;
  }

  private static String policy(String issuer, Optional<String> gatewayUrl) {
    Set<String> reached = new LinkedHashSet<>();
    reached.add("'self'");
    reached.add(origin(issuer));
    gatewayUrl
        .map(PageHeaders::origin)
        .ifPresent(origin -> {
          reached.add(origin);
          reached.add(origin.replaceFirst("^http", "ws"));
        });
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src " + String.join(" ", reached),
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'");
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
