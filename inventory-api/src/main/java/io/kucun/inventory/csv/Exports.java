package io.kucun.inventory.csv;

import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.QueryParameters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * Sends files. A batch is read when the client has taken the one before, so that neither a large
 * table nor a slow client costs memory or a connection to the database. Batches are not one
 * snapshot: each row is as it was when its batch was read.
 */
@ApplicationScoped
public class Exports {
  /** The query parameter that names the charset. */
  public static final String CHARSET = "charset";

  /** The media type of files. */
  public static final String MEDIA_TYPE = "text/csv";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Logger LOG = Logger.getLogger(Exports.class);

  private final Slots slots;

  Exports(CsvLimits limits) {
    this.slots = new Slots(limits.exports());
  }

  /** The query parameters of a list that a file takes too, with the charset. */
  public static Set<String> parameters(Set<String> ofList, String... without) {
    Set<String> names = new TreeSet<>(ofList);
    names.removeAll(Page.Request.parametersAnd(without));
    names.add(CHARSET);
    return names;
  }

  /**
   * A file as an answer: by default UTF-8 with a byte order mark, by which spreadsheets know it.
   *
   * @param name the file's name
   * @param columns its header
   */
  public RestMulti<byte[]> send(
      QueryParameters query, String name, List<String> columns, Batches batches) {
    FileCharset charset = FileCharset.of(query, CHARSET);
    Multi<byte[]> file =
        Multi.createBy()
            .concatenating()
            .streams(
                Multi.createFrom().item(header(charset, columns)),
                rows(batches, charset.charset()));
    return RestMulti.fromMultiData(limited(file))
        .header(
            HttpHeaders.CONTENT_TYPE,
            MEDIA_TYPE + "; charset=" + charset.name() + "; header=present")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /** How many files are being sent. */
  int inWork() {
    return slots.taken();
  }

  private Multi<byte[]> limited(Multi<byte[]> file) {
    return Multi.createFrom()
        .deferred(() -> {
          slots.take();
          return file.onFailure()
              .invoke(failure -> LOG.warnf("A file broke off on its way out: %s", failure))
              .onTermination()
              .invoke(slots::giveBack);
        });
  }

  /** Each batch is read on the request's own context, whoever asks for it. */
  private static Multi<byte[]> rows(Batches batches, Charset charset) {
    Context context = Objects.requireNonNull(Vertx.currentContext());
    return Multi.createBy()
        .repeating()
        .uni(() ->
            Uni.createFrom()
                .deferred(batches::next)
                .runSubscriptionOn(command -> context.runOnContext(now -> command.run())))
        .until(List::isEmpty)
        .map(lines -> String.join("", lines.stream().map(CsvLine::toString).toList()))
        .map(text -> text.getBytes(charset));
  }

  private static byte[] header(FileCharset charset, List<String> columns) {
    CsvLine line = new CsvLine();
    columns.forEach(line::plain);
    String mark = charset.isUnicode() ? BYTE_ORDER_MARK : "";
    return (mark + line).getBytes(charset.charset());
  }
}
