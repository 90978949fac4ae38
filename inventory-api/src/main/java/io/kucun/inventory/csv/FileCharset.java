package io.kucun.inventory.csv;

import io.kucun.inventory.web.Message;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.QueryParameters;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The charset of a file, as its sender says; nobody guesses. GBK and GB 2312 are read as GB 18030,
 * which contains them.
 *
 * @param name what people call it
 */
record FileCharset(String name, Charset charset) {
  /** What files may be in. */
  static final List<String> NAMES = List.of("utf-8", "gb18030");

  private static final FileCharset UTF_8 =
      new FileCharset(NAMES.getFirst(), StandardCharsets.UTF_8);
  private static final FileCharset GB_18030 =
      new FileCharset(NAMES.getLast(), Charset.forName("GB18030"));

  /**
   * The charset that a request announces for its body.
   *
   * @throws ProblemException 415 for anything but {@code text/csv} in one of these charsets
   */
  static FileCharset ofContent(@Nullable String contentType) {
    MediaType type = parse(contentType);
    if (type == null || !type.isCompatible(new MediaType("text", "csv"))) {
      throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, CsvPhrase.SEND_CSV.with());
    }
    String label = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, UTF_8.name);
    return named(label)
        .orElseThrow(
            () -> new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, unknown(label)));
  }

  /**
   * The charset that a query asks for.
   *
   * @throws ProblemException 400 for another charset
   */
  static FileCharset of(QueryParameters query, String parameter) {
    String label = query.text(parameter).orElse(UTF_8.name);
    return named(label)
        .orElseThrow(() -> ProblemException.invalidParameter(parameter, unknown(label)));
  }

  /** The charset with this label, if files may be in it. */
  static Optional<FileCharset> named(String label) {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "utf-8", "utf8" -> Optional.of(UTF_8);
      case "gb18030", "gbk", "gb2312" -> Optional.of(GB_18030);
      default -> Optional.empty();
    };
  }

  private static Message unknown(String label) {
    return CsvPhrase.UNKNOWN_CHARSET.with(label, NAMES);
  }

  /** Whether readers tell it by a byte order mark. */
  boolean isUnicode() {
    return equals(UTF_8);
  }

  private static @Nullable MediaType parse(@Nullable String contentType) {
    try {
      return contentType == null ? null : MediaType.valueOf(contentType);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
