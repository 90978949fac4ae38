package io.kucun.inventory.testing;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a list from its beginning to its end, by cursor. */
public final class Walk {
  private Walk() {}

  /** One field of every row. */
  public static List<String> through(String path, String field) {
    return through(path, field, () -> {});
  }

  /** One field of every row, while something happens before each page but the first. */
  public static List<String> through(String path, String field, Runnable between) {
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      if (cursor != null) {
        between.run();
      }
      Response page = page(path, cursor);
      page.then().statusCode(200);
      page.<List<Object>>path("data." + field).forEach(value -> seen.add(value.toString()));
      cursor = page.path("pagination.nextCursor");
    } while (cursor != null);
    return seen;
  }

  /** The page behind a cursor, or the first one. */
  public static Response page(String path, @Nullable String cursor) {
    return As.viewer()
        .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
        .urlEncodingEnabled(false)
        .get(path);
  }
}
