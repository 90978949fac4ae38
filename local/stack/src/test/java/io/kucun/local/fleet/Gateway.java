package io.kucun.local.fleet;

import io.kucun.local.rig.Service;
import io.kucun.local.servers.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One gateway, as whoever spreads clients over gateways sees it. */
final class Gateway implements AutoCloseable {
  private static final int LOOK_NANOS = 100_000_000;

  private final int port = Ports.free();
  private final Service service;
  private final AtomicInteger clients = new AtomicInteger();
  private volatile boolean ready;
  private volatile boolean closed;

  Gateway(String name, Map<String, String> environment, Path directory) {
    Map<String, String> own = new HashMap<>(environment);
    own.put("WS_PORT", Integer.toString(port));
    service = new Service("realtime-gateway", name, own, directory);
    Thread.ofVirtual().start(this::watch);
  }

  private void watch() {
    while (!closed) {
      ready = service.isReady();
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  String name() {
    return service.name();
  }

  int port() {
    return port;
  }

  /** The process. */
  Service service() {
    return service;
  }

  /** Whether it was ready at the last look. */
  boolean isReady() {
    return ready;
  }

  /** The clients that are there, or on their way there. */
  AtomicInteger clients() {
    return clients;
  }

  @Override
  public void close() {
    closed = true;
    service.close();
  }
}
