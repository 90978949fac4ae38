package io.kucun.inventory.csv;

import io.kucun.inventory.web.Flaw;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Refusal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * Decodes bytes, as they come, for a parser; a character may be cut anywhere. A byte order mark at
 * the start is not part of the text. Not thread-safe.
 */
final class StrictDecoder {
  private static final int AT_ONCE = 8 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final FileCharset charset;
  private final CharsetDecoder decoder;
  private final CsvParser parser;
  private final CharBuffer text = CharBuffer.allocate(AT_ONCE);
  private ByteBuffer rest = ByteBuffer.allocate(0);
  private long read;
  private boolean started;

  StrictDecoder(FileCharset charset, CsvParser parser) {
    this.charset = charset;
    this.parser = parser;
    this.decoder =
        charset
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Takes the next bytes.
   *
   * @throws ProblemException 400 that names the byte and its line if they are malformed
   */
  void accept(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (rest.hasRemaining()) {
      in = ByteBuffer.allocate(rest.remaining() + bytes.length).put(rest).put(bytes).flip();
    }
    decode(in, false);
    rest = ByteBuffer.allocate(in.remaining()).put(in).flip();
  }

  /**
   * Ends the file.
   *
   * @throws ProblemException 400 if it ends within a character
   */
  void end() {
    decode(rest, true);
    decoder.flush(text);
    forward();
  }

  private void decode(ByteBuffer in, boolean last) {
    int start = in.position();
    CoderResult result;
    do {
      result = decoder.decode(in, text, last);
      forward();
    } while (result.isOverflow());
    read += in.position() - start;
    if (result.isError()) {
      throw malformed();
    }
  }

  private void forward() {
    text.flip();
    if (!started && text.hasRemaining()) {
      started = true;
      if (text.charAt(0) == BYTE_ORDER_MARK) {
        text.get();
      }
    }
    parser.accept(text);
    text.clear();
  }

  private ProblemException malformed() {
    Flaw flaw =
        Flaw.cell(
            parser.line(),
            null,
            ProblemCode.CSV_CHARSET.wire(),
            CsvPhrase.MALFORMED.with(charset.name(), read + 1, parser.line()));
    return new ProblemException(Refusal.of(ProblemCode.CSV_CHARSET, List.of(flaw)));
  }
}
