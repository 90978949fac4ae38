package io.kucun.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes messages on as they come, and takes no notice of those that do not. */
final class CarelessGateway implements Door, AutoCloseable {

  private static final String END = "the end";

  private final Relay relay;
  private final Publisher subscription;
  private final Thread thread = new Thread(this::listen, "careless");
  private volatile @Nullable Consumer<String> client;

  CarelessGateway(String redisUrl, Relay relay) {
    this.relay = relay;
    subscription = new Publisher(redisUrl);
    Troubles.CHANNELS.forEach(c -> subscription.command("SUBSCRIBE", "kucun:events:" + c));
    thread.start();
  }

  @Override
  public Line enter(String user, String role, Consumer<String> frames) {
    return new Line() {
      @Override
      public void send(String command) {
        JsonArray names = new JsonObject(command).getJsonArray("channels");
        JsonObject answers = new JsonObject();
        for (Object name : names) {
          String channel = String.valueOf(name);
          answers.put(
              channel,
              new JsonObject()
                  .put("epoch", relay.last(channel).epoch())
                  .put("offset", relay.last(channel).offset()));
        }
        JsonObject answer = new JsonObject().put("type", "subscribed").put("channels", answers);
        frames.accept(answer.encode());
        client = frames;
      }

      @Override
      public boolean isClosed() {
        return false;
      }

      @Override
      public void close() {}
    };
  }

  private void listen() {
    String message = "";
    while (!message.equals(END)) {
      message = subscription.nextMessage();
      Consumer<String> listener = client;
      if (listener != null && !message.equals(END)) {
        listener.accept(message);
      }
    }
  }

  /** Waits until it has passed on what there was until now. */
  void awaitLast() {
    relay.redis().command("PUBLISH", "kucun:events:products", END);
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
