package io.kucun.inventory.csv;

import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The body of one request on its way in. Nothing of it is kept here: the network is read as fast as
 * the consumer takes the pieces. Confined to the request's event loop.
 */
final class Upload {
  private static final long TICK_MILLIS = 250;

  private final HttpServerRequest request;
  private final Context context;
  private final CsvLimits limits;
  private final Consumer<byte[]> consumer;
  private final UniEmitter<? super Void> done;
  private final long started = System.nanoTime();
  private long heard = started;
  private long bytes;
  private long timer = -1;
  private boolean over;

  Upload(
      HttpServerRequest request,
      Context context,
      CsvLimits limits,
      Consumer<byte[]> consumer,
      UniEmitter<? super Void> done) {
    this.request = request;
    this.context = context;
    this.limits = limits;
    this.consumer = consumer;
    this.done = done;
  }

  /** Reads the body, which has been paused until now; the emitter tells how it ended. */
  void start() {
    done.onTermination(this::stop);
    if (request.isEnded()) {
      finish();
      return;
    }
    timer = context.owner().setPeriodic(TICK_MILLIS, tick -> checkTime());
    request
        .exceptionHandler(failure -> fail(new BrokenUpload(failure)))
        .handler(this::take)
        .endHandler(ended -> finish());
    if (HttpHeaders.CONTINUE.toString().equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    request.resume();
  }

  private void take(Buffer piece) {
    if (over) {
      return;
    }
    heard = System.nanoTime();
    bytes += piece.length();
    long most = limits.maxBytes().asLongValue();
    if (bytes > most) {
      fail(new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, CsvPhrase.FILE_BOUND.with(most)));
      return;
    }
    try {
      consumer.accept(piece.getBytes());
    } catch (RuntimeException refusal) {
      fail(refusal);
    }
  }

  private void checkTime() {
    long now = System.nanoTime();
    if (now - heard > limits.idleTimeout().toNanos()) {
      late(CsvPhrase.STALLED, limits.idleTimeout());
    } else if (now - started > limits.uploadTimeout().toNanos()) {
      late(CsvPhrase.TOO_LATE, limits.uploadTimeout());
    }
  }

  private void late(CsvPhrase phrase, Duration limit) {
    fail(new ProblemException(ProblemCode.REQUEST_TIMEOUT, phrase.with(limit.toSeconds())));
  }

  private void finish() {
    end(() -> done.complete(null));
  }

  private void fail(Throwable failure) {
    end(() -> done.fail(failure));
  }

  /** What follows belongs to the request's own context, wherever the network woke us up. */
  private void end(Runnable outcome) {
    if (!over) {
      stop();
      context.runOnContext(later -> outcome.run());
    }
  }

  /** What still comes is dropped by {@link #take}. */
  private void stop() {
    over = true;
    if (timer >= 0) {
      context.owner().cancelTimer(timer);
      timer = -1;
    }
  }

  /** The client went away before its file was complete; there is nobody left to answer. */
  static final class BrokenUpload extends java.io.IOException {
    private static final long serialVersionUID = 1L;

    BrokenUpload(Throwable cause) {
      super("The upload broke off", Objects.requireNonNull(cause));
    }
  }
}
