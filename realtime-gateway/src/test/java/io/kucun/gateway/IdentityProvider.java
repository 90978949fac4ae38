package io.kucun.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two documents of an identity provider that a service reads. */
final class IdentityProvider implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger keyRequests = new AtomicInteger();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile String keys = "";

  IdentityProvider(int port, SigningKey... first) {
    String url = "http://127.0.0.1:" + port;
    publish(first);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    answer(
        "/.well-known/openid-configuration",
        () -> "{\"issuer\":\"https://id.test/realms/kucun\",\"jwks_uri\":\"" + url + "/keys\"}");
    answer(
        "/keys",
        () -> {
          keyRequests.incrementAndGet();
          awaitRelease();
          return keys;
        });
    server.start();
  }

  private void awaitRelease() {
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** From now on it is silent when it is asked for its keys, until it is released. */
  void hold() {
    held = new CountDownLatch(1);
  }

  void release() {
    held.countDown();
  }

  private void answer(String path, Supplier<String> json) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = json.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  /** From now on it has these keys and no other. */
  void publish(SigningKey... all) {
    keys =
        Stream.of(all)
            .map(SigningKey::toJson)
            .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  /** How often it was asked for its keys. */
  int keyRequests() {
    return keyRequests.get();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }
}
