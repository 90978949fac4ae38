package io.kucun.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of the system, each with the variable that moves it. */
public enum Ports {
  POSTGRES("KUCUN_PG_PORT", 5433, Part.POSTGRES),
  REDIS("KUCUN_REDIS_PORT", 6379, Part.REDIS),
  KEYCLOAK("KUCUN_KEYCLOAK_PORT", 8180, Part.KEYCLOAK),
  API("KUCUN_API_PORT", 8080, Part.API),
  API_MANAGEMENT("KUCUN_API_MANAGEMENT_PORT", 9001, Part.API),
  GATEWAY("KUCUN_WS_PORT", 3002, Part.GATEWAY),
  GATEWAY_MANAGEMENT("KUCUN_WS_MANAGEMENT_PORT", 9002, Part.GATEWAY);

  private static final int MAX = 65_535;

  private final String variable;
  private final int standard;
  private final Part part;

  Ports(String variable, int standard, Part part) {
    this.variable = variable;
    this.standard = standard;
    this.part = part;
  }

  /** The variable that moves it. */
  public String variable() {
    return variable;
  }

  /** The port unless it is moved. */
  public int standard() {
    return standard;
  }

  /** Whose port it is. */
  Part part() {
    return part;
  }

  int in(Map<String, String> environment) {
    String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      return standard;
    }
    try {
      int port = Integer.parseInt(value.strip());
      if (port > 0 && port <= MAX) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new StackException(variable + " is not a port: " + value);
    }
    throw new StackException(variable + " is not a port: " + value);
  }

  /** Refuses two that are the same. */
  static void requireDistinct(Map<String, String> environment) {
    Map<Integer, Ports> taken = new LinkedHashMap<>();
    for (Ports port : values()) {
      Ports other = taken.putIfAbsent(port.in(environment), port);
      if (other != null) {
        throw new StackException(
            other.variable + " and " + port.variable + " are both " + port.in(environment));
      }
    }
  }
}
