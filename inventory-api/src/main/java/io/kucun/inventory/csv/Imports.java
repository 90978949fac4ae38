package io.kucun.inventory.csv;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes files. No database connection is held while one arrives. */
@ApplicationScoped
public class Imports {
  private final CsvLimits limits;
  private final Slots slots;

  Imports(CsvLimits limits) {
    this.limits = limits;
    this.slots = new Slots(limits.imports());
  }

  /**
   * Reads the request's file and goes on with its rows.
   *
   * @param reader a new one for each file
   * @param work what is done with the file; it counts as being in work until that ends
   * @return a failure of 400 for a file that is not in its charset or has no usable header, 408 for
   *     a client that is too slow, 413 for too large a file, 415 for another media type, 503 while
   *     too many others are in work
   */
  public <R, A> Uni<A> receive(
      RoutingContext request, RowReader<R> reader, Function<Sheet<R>, Uni<? extends A>> work) {
    FileCharset charset =
        FileCharset.ofContent(request.request().getHeader(HttpHeaders.CONTENT_TYPE));
    return Uni.createFrom()
        .deferred(() -> {
          slots.take();
          return read(request, charset, new SheetReader<>(reader, limits.maxRows()))
              .flatMap(work)
              .onTermination()
              .invoke(slots::giveBack);
        });
  }

  /** How many files are in work. */
  int inWork() {
    return slots.taken();
  }

  private <R> Uni<Sheet<R>> read(
      RoutingContext request, FileCharset charset, SheetReader<R> sheet) {
    CsvParser parser = new CsvParser(sheet, limits.maxCell());
    StrictDecoder decoder = new StrictDecoder(charset, parser);
    Digest digest = new Digest(charset);
    return body(
            request,
            piece -> {
              digest.accept(piece);
              decoder.accept(piece);
            })
        .map(read -> {
          decoder.end();
          parser.end();
          return sheet.end(digest.end());
        });
  }

  private Uni<Void> body(RoutingContext request, Consumer<byte[]> consumer) {
    Context context = Objects.requireNonNull(Vertx.currentContext());
    return Uni.createFrom()
        .emitter(done -> new Upload(request.request(), context, limits, consumer, done).start());
  }
}
