package io.kucun.inventory.testing;

import io.kucun.inventory.web.QueryParameters;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.Set;

/** The query string of a request that nobody sent. */
public final class Parameters {
  private Parameters() {}

  /**
   * Reads it.
   *
   * @param query such as {@code a=1&b=2}, nothing escaped
   */
  public static QueryParameters of(String query, Set<String> known) {
    MultivaluedHashMap<String, String> values = new MultivaluedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        values.add(parts[0], parts[1]);
      }
    }
    UriInfo uri =
        (UriInfo)
            Proxy.newProxyInstance(
                Parameters.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> values);
    return QueryParameters.of(uri, known);
  }
}
