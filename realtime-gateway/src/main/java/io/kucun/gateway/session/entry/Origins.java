package io.kucun.gateway.session.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The web origins whose pages may use the gateway. A request without an origin does not come from a
 * page.
 */
public final class Origins {

  private static final Pattern ORIGIN =
      Pattern.compile(
          "https?://(\\[[0-9a-f:.]+]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:[1-9][0-9]{0,4})?");

  private final Set<String> allowed;

  private Origins(Set<String> allowed) {
    this.allowed = allowed;
  }

  /**
   * Takes exact origins, as browsers send them.
   *
   * @throws IllegalArgumentException with a message that names the one that is wrong
   */
  public static Origins parse(List<String> origins) {
    Set<String> allowed = new LinkedHashSet<>();
    for (String origin : origins) {
      String exact = origin.strip();
      if (!ORIGIN.matcher(exact).matches()) {
        throw new IllegalArgumentException(
            "'" + exact + "' is not an exact origin such as https://shop.example:8443");
      }
      allowed.add(exact);
    }
    return new Origins(allowed);
  }

  public boolean allows(@Nullable String origin) {
    return origin == null || allowed.contains(origin);
  }
}
