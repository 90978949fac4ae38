package io.kucun.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Api;
import io.kucun.local.client.FrameListener;
import io.kucun.local.client.Subscription;
import io.kucun.local.client.Tokens;
import io.kucun.local.demo.DemoData;
import io.kucun.local.stack.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Demo data for an empty system; meanwhile a client watches, and keeps the frame of the trial. */
final class Demo implements FrameListener {
  private static final int LIMIT_SECONDS = 10;

  private final Settings settings;
  private final Console console;
  private final Api api;
  private final DemoData data;
  private final Tokens tokens;
  private final CompletableFuture<Void> subscribed = new CompletableFuture<>();
  private final CompletableFuture<String> shown = new CompletableFuture<>();
  private volatile @Nullable Trial trial;

  Demo(Settings settings, Console console, Api api, Tokens tokens) {
    this.settings = settings;
    this.console = console;
    this.api = api;
    this.data = new DemoData(api);
    this.tokens = tokens;
  }

  void fillIfEmpty() {
    if (!data.isWanted()) {
      return;
    }
    long begin = System.nanoTime();
    // Where there is no such user nothing is made, and not all but the last.
    Tokens makers = new Tokens(settings.issuer(), Trial.USER);
    var _ = makers.current();
    try (Subscription watching =
        new Subscription(settings.gatewayUrl(), tokens, List.of("inventory"), Map.of(), this)) {
      Thread.ofVirtual().start(watching);
      subscribed.completeOnTimeout(null, LIMIT_SECONDS, TimeUnit.SECONDS).join();
      data.create();
      Trial.of(api).ifPresent(it -> make(it, makers));
    }
    console.done(
        "demo data", "tiles, stock and orders", Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Last, so that the figures in its frame are those to go on from. */
  private void make(Trial trial, Tokens makers) {
    this.trial = trial;
    new Api(settings.apiUrl(), makers)
        .post("inventory/inbound", trial.inbound())
        .orThrow("inbound");
    keep(shown.completeOnTimeout("", LIMIT_SECONDS, TimeUnit.SECONDS).join());
  }

  private void keep(String frame) {
    try {
      if (!frame.isEmpty()) {
        Files.writeString(settings.directory().exampleFrame(), frame);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void frame(String text, JsonNode frame) {
    Trial awaited = trial;
    if (awaited != null && awaited.produced(frame)) {
      shown.complete(text);
    } else if (frame.path("type").asText().equals("subscribed")) {
      subscribed.complete(null);
    }
  }

  @Override
  public void notice(String line) {
    // A first attempt that fails is no news: the wait for the frame has a limit.
  }
}
