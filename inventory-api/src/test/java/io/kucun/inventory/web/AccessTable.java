package io.kucun.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.ApiDocument;
import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Tries the cells of a table of rights against the running service. */
final class AccessTable {
  static final List<String> ROLES = List.of("admin", "warehouse", "sales", "viewer");
  private static final String OTHER = "somebody-else";

  private AccessTable() {}

  /** A line of the table: what each role may, and what happens without a token. */
  record Row(String method, String path, List<String> cells, String anonymous) {
    static Row parse(String line) {
      List<String> cells =
          List.of(line.replaceAll("^\\s*\\|\\s*|\\s*\\|\\s*$", "").split("\\s*\\|\\s*", -1));
      String[] endpoint = cells.getFirst().replace("`", "").split(" ", 2);
      return new Row(endpoint[0], endpoint[1], cells.subList(1, 5), cells.get(5));
    }

    /** Without the query, which may be what the right depends on. */
    String name() {
      return method + " " + path.replaceFirst("\\?.*", "");
    }
  }

  static List<Row> rows(String markdown) {
    return markdown.lines().filter(line -> line.startsWith("| `")).map(Row::parse).toList();
  }

  /** Endpoints that only one of the two names. */
  static Set<String> strangers(List<Row> rows, ApiDocument document) {
    Set<String> listed = new TreeSet<>();
    rows.forEach(row -> listed.add(row.name()));
    Set<String> described = new TreeSet<>();
    document.operations().forEach(operation -> described.add(operation.name()));
    Set<String> both = new TreeSet<>(listed);
    both.retainAll(described);
    Set<String> strangers = new TreeSet<>(listed);
    strangers.addAll(described);
    strangers.removeAll(both);
    return strangers;
  }

  /** What the service does otherwise than the row says. */
  static List<String> wrong(Row row) {
    List<String> wrong = new ArrayList<>(anonymous(row));
    for (int i = 0; i < ROLES.size(); i++) {
      String role = ROLES.get(i);
      String fault =
          switch (row.cells().get(i)) {
            case "yes" -> all(row, role);
            case "own" -> own(row, role);
            case "no" -> none(row, role);
            default -> "is no word of this table";
          };
      if (!fault.isEmpty()) {
        wrong.add(row.name() + " as " + role + ": " + row.cells().get(i) + ", but " + fault);
      }
    }
    return wrong;
  }

  private static List<String> anonymous(Row row) {
    if (row.anonymous().equals("open")) {
      int status = As.anonymous().request(row.method(), row.path()).statusCode();
      return status == 200 ? List.of() : List.of(row.name() + ": open, but " + status);
    }
    List<String> wrong = new ArrayList<>();
    String target = target(row, UUID.randomUUID().toString());
    String expired = As.token("admin", "kucun", Duration.ofMinutes(-1), "admin");
    String foreign = As.token("admin", "other", Duration.ofMinutes(5), "admin");
    for (String token : List.of("not.a.token", expired, foreign)) {
      check(As.bearing(token).request(row.method(), target), 401, "unauthenticated", wrong);
    }
    check(As.anonymous().request(row.method(), target), 401, "unauthenticated", wrong);
    check(As.user("nobody").request(row.method(), target), 403, "forbidden", wrong);
    check(As.user("boss", "manager").request(row.method(), target), 403, "forbidden", wrong);
    return wrong.stream().map(fault -> row.name() + ": " + fault).toList();
  }

  private static void check(Response response, int status, String code, List<String> wrong) {
    String type = response.contentType();
    if (response.statusCode() != status
        || !type.startsWith(Problem.MEDIA_TYPE)
        || !code.equals(response.path("code"))) {
      wrong.add(response.statusCode() + " " + type + " instead of " + status + " " + code);
    }
  }

  private static String all(Row row, String role) {
    int status = status(row, role, role, OTHER);
    boolean hidden = status == 404 && isOrder(row);
    return status == 401 || status == 403 || hidden || status >= 500 ? "" + status : "";
  }

  private static String own(Row row, String role) {
    if (!isOrder(row)) {
      return isOwnList(row, role) ? "" : "the list is another";
    }
    int own = status(row, role, role, role);
    int foreign = status(row, role, role, OTHER);
    boolean right = own != 401 && own != 403 && own != 404 && own < 500 && foreign == 404;
    return right ? "" : "own " + own + ", somebody else's " + foreign;
  }

  private static String none(Row row, String role) {
    int own = status(row, role, role, role);
    int foreign = status(row, role, role, OTHER);
    return own == 403 && foreign == 403 ? "" : own + " and " + foreign;
  }

  private static boolean isOwnList(Row row, String role) {
    if (row.path().startsWith("/api/v1/events")) {
      return areOwnEvents(row, role);
    }
    String own = order(role);
    String foreign = order(OTHER);
    List<String> ids = As.user(role, role).get(row.path() + "?limit=100").path("data.id");
    return ids != null && ids.contains(own) && !ids.contains(foreign);
  }

  /** Events come in the order of the writes, so the own one tells that the other is there too. */
  private static boolean areOwnEvents(Row row, String role) {
    String before = As.admin().get("/api/v1/orders?limit=1").header("Kucun-Position");
    String after = row.path() + "&limit=1000&after=" + before.replaceFirst(".*orders=", "");
    String foreign = order(OTHER);
    String own = order(role);
    String orders = after.replaceFirst("channel=[a-z]+", "channel=orders");
    Eventually.holds(
        () -> assertThat(As.admin().get(orders).<List<String>>path("data.key")).contains(own));
    List<String> keys = As.user(role, role).get(after).path("data.key");
    return keys != null && keys.contains(own) && !keys.contains(foreign);
  }

  private static int status(Row row, String user, String role, String owner) {
    String id = isOrder(row) ? order(owner) : UUID.randomUUID().toString();
    return As.user(user, role).body("{}").request(row.method(), target(row, id)).statusCode();
  }

  private static String order(String owner) {
    return Given.draft(owner, Given.item(Given.product(), null, 1));
  }

  private static boolean isOrder(Row row) {
    return row.path().startsWith("/api/v1/orders/{id}");
  }

  private static String target(Row row, String id) {
    return row.path().replaceAll("\\{[^}]*}", id);
  }
}
