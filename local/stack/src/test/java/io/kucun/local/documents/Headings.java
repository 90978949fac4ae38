package io.kucun.local.documents;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The headings of documents, as links name them. */
public final class Headings {
  private Headings() {}

  /** Those of a text in Markdown. */
  public static List<String> of(String markdown) {
    return markdown
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(line -> line.replaceFirst("#+ ", ""))
        .map(Headings::anchor)
        .toList();
  }

  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  /** Whether {@code file#heading} is there; its path is from the root of the repository. */
  public static boolean leadsSomewhere(String link) {
    int hash = link.indexOf('#');
    try {
      String text = Repository.read(hash < 0 ? link : link.substring(0, hash));
      return hash < 0 || of(text).contains(link.substring(hash + 1));
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
