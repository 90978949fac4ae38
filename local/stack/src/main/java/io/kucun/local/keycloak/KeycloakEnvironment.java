package io.kucun.local.keycloak;

import java.util.Map;

/**
 * The variables of a Keycloak: those of whoever starts it, but none of Quarkus. Keycloak is built
 * on Quarkus too, and a setting that is meant for the services would change or break it.
 */
final class KeycloakEnvironment {
  private KeycloakEnvironment() {}

  static void forBuild(Map<String, String> variables) {
    variables.keySet().removeIf(name -> name.startsWith("QUARKUS_"));
  }

  /** With the administrator of the server itself, for its console. */
  static void forServer(Map<String, String> variables) {
    forBuild(variables);
    variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
  }
}
