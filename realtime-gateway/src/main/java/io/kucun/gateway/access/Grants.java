package io.kucun.gateway.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which role reads which channel, from a text like {@code
 * products=admin,viewer;orders=admin,sales@own}.
 */
public final class Grants {

  private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
  private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
  private static final String OWN = "@own";

  private final Map<String, Map<String, Right>> byChannel;

  private Grants(Map<String, Map<String, Right>> byChannel) {
    this.byChannel = byChannel;
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException with a message that names the part that is wrong
   */
  public static Grants parse(String text) {
    Map<String, Map<String, Right>> byChannel = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      String[] sides = part.strip().split("=", -1);
      if (sides.length != 2 || !CHANNEL.matcher(sides[0].strip()).matches()) {
        throw new IllegalArgumentException("'" + part.strip() + "' is not channel=role,role@own");
      }
      if (byChannel.put(sides[0].strip(), roles(sides[1])) != null) {
        throw new IllegalArgumentException("channel '" + sides[0].strip() + "' appears twice");
      }
    }
    return new Grants(byChannel);
  }

  private static Map<String, Right> roles(String text) {
    Map<String, Right> roles = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      String word = part.strip();
      boolean own = word.endsWith(OWN);
      String role = own ? word.substring(0, word.length() - OWN.length()) : word;
      if (!ROLE.matcher(role).matches()) {
        throw new IllegalArgumentException("'" + word + "' is not a role or role@own");
      }
      if (roles.put(role, own ? Right.OWN : Right.ALL) != null) {
        throw new IllegalArgumentException("role '" + role + "' appears twice in one channel");
      }
    }
    return roles;
  }

  public Set<String> channels() {
    return byChannel.keySet();
  }

  /** The widest right that any of the identity's roles has. */
  public Right right(Identity identity, String channel) {
    Map<String, Right> roles = byChannel.getOrDefault(channel, Map.of());
    Right widest = Right.NONE;
    for (String role : identity.roles()) {
      Right right = roles.getOrDefault(role, Right.NONE);
      widest = right.compareTo(widest) > 0 ? right : widest;
    }
    return widest;
  }
}
