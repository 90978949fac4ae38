package io.kucun.local.containers;

import io.kucun.local.documents.Repository;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment variables of a service, as its sources name them. */
enum Variables {
  API("inventory-api", "inventory/startup"),
  GATEWAY("realtime-gateway", "gateway");

  private static final String NAME = "[A-Z]+(?:_[A-Z]+)+";
  private static final Pattern CHECKED = Pattern.compile("\"(" + NAME + ")\"");
  private static final Pattern REQUIRED = Pattern.compile("required\\(\\s*\"(" + NAME + ")\"");
  private static final Pattern USED = Pattern.compile("\\$\\{(" + NAME + ")\\b");
  private static final Pattern TABLE = Pattern.compile("`(" + NAME + ")`");

  private final String service;
  private final String directory;

  Variables(String service, String directory) {
    this.service = service;
    this.directory = directory;
  }

  String service() {
    return service;
  }

  /** Which it reads. */
  Set<String> read() {
    Set<String> names = found(CHECKED, environment());
    names.addAll(
        found(USED, Repository.read(service + "/src/main/resources/application.properties")));
    return names;
  }

  /** Without which it does not start. */
  Set<String> required() {
    return found(REQUIRED, environment());
  }

  private String environment() {
    return Repository.read(service + "/src/main/java/io/kucun/" + directory + "/Environment.java");
  }

  /** Which the table of a README has, in the rows that name it or both services. */
  Set<String> documented(String readme, String both) {
    Predicate<String> row =
        line ->
            line.startsWith("| `")
                && (line.endsWith("| " + service + " |") || line.endsWith("| " + both + " |"));
    StringBuilder rows = new StringBuilder();
    Repository.read(readme)
        .lines()
        .filter(row)
        .forEach(line -> rows.append(line.substring(0, line.indexOf('|', 1))).append('\n'));
    return found(TABLE, rows.toString());
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
