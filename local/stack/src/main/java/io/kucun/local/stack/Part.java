package io.kucun.local.stack;

/** One process of the system, in the order in which they are needed: stopped from last to first. */
public enum Part {
  POSTGRES("postgres", "PostgreSQL", "DATABASE_URL"),
  REDIS("redis", "Redis", "REDIS_URL"),
  KEYCLOAK("keycloak", "Keycloak", "OIDC_ISSUER"),
  API("inventory-api", "inventory-api", ""),
  GATEWAY("realtime-gateway", "realtime-gateway", "");

  private final String id;
  private final String title;
  private final String override;

  Part(String id, String title, String override) {
    this.id = id;
    this.title = title;
    this.override = override;
  }

  /** The word for it in commands and file names. */
  public String id() {
    return id;
  }

  /** The name to show. */
  public String title() {
    return title;
  }

  /** The variable that names one to use instead of starting one; empty if there is none. */
  String override() {
    return override;
  }
}
