package io.kucun.local.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables of a service: how it is wired, over whatever the launcher's environment says about
 * anything else.
 */
final class ServiceEnvironment {
  private ServiceEnvironment() {}

  static Map<String, String> of(App app, Settings settings) {
    Map<String, String> wired = new HashMap<>(settings.environment());
    String origins = settings.apiUrl() + "," + settings.gatewayUrl();
    wired.put("REDIS_URL", settings.redisUrl());
    wired.put("OIDC_ISSUER", settings.issuer());
    wired.putIfAbsent("OIDC_AUDIENCE", "kucun");
    wired.putIfAbsent("QUARKUS_HTTP_HOST", "127.0.0.1");
    wired.putIfAbsent("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    if (app == App.API) {
      wired.put("DATABASE_URL", settings.databaseUrl());
      wired.put("DATABASE_USER", settings.databaseUser());
      wired.put("DATABASE_PASSWORD", settings.databasePassword());
      wired.put("API_PORT", port(settings, Ports.API));
      wired.put("MANAGEMENT_PORT", port(settings, Ports.API_MANAGEMENT));
      wired.merge("API_ALLOWED_ORIGINS", origins, ServiceEnvironment::both);
      wired.putIfAbsent("API_DOCS_UI", "true");
      wired.putIfAbsent("WEB_OIDC_CLIENT_ID", "kucun-web");
      wired.putIfAbsent("WEB_GATEWAY_URL", settings.gatewayUrl());
    } else {
      wired.put("WS_PORT", port(settings, Ports.GATEWAY));
      wired.put("MANAGEMENT_PORT", port(settings, Ports.GATEWAY_MANAGEMENT));
      wired.merge("WS_ALLOWED_ORIGINS", origins, ServiceEnvironment::both);
    }
    return wired;
  }

  /** The dashboard needs the services' own, whatever else is allowed. */
  private static String both(String named, String own) {
    return Stream.of(named, own)
        .flatMap(list -> Stream.of(list.split(",")))
        .map(String::strip)
        .filter(origin -> !origin.isEmpty())
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static String port(Settings settings, Ports port) {
    return Integer.toString(settings.port(port));
  }
}
