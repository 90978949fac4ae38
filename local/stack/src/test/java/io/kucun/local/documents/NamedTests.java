package io.kucun.local.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that a document names, as {@code Class} or {@code Class.method}. */
final class NamedTests {
  private static final Pattern NAME = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
  private static final List<Path> SOURCES =
      Stream.of("inventory-api", "realtime-gateway", "local/servers", "local/stack")
          .flatMap(module -> Repository.below(module + "/src/test/java", "Test.java").stream())
          .toList();

  private NamedTests() {}

  /** All names in a text. */
  static List<String> in(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group().replace("`", ""));
    }
    return names;
  }

  /** Whether there is such a test, wherever. */
  static boolean exists(String name) {
    int dot = name.indexOf('.');
    String file = (dot < 0 ? name : name.substring(0, dot)) + ".java";
    Pattern method =
        dot < 0
            ? Pattern.compile("@Test")
            : Pattern.compile(
                "@(?:Test|ParameterizedTest)\\b(?:(?!\\bvoid\\b).)*\\bvoid "
                    + name.substring(dot + 1)
                    + "\\(",
                Pattern.DOTALL);
    return SOURCES.stream()
        .filter(it -> it.endsWith(file))
        .map(it -> Repository.read(it.toString()))
        .anyMatch(it -> method.matcher(it).find());
  }
}
