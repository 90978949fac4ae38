package io.kucun.local.fleet;

import io.kucun.local.issuer.Issuer;
import io.kucun.local.rig.OwnRedis;
import io.kucun.local.servers.Deletion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Two gateways on one Redis and one issuer, behind whatever spreads clients over them. */
final class Fleet implements AutoCloseable {
  private final Path directory;
  private final OwnRedis redis;
  private final Issuer issuer = new Issuer();
  private final List<Gateway> gateways;
  private final Ledger ledger = new Ledger();
  private final Relay relay;

  /** Returns when both are ready. */
  Fleet(String name) {
    try {
      directory = Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    redis = new OwnRedis(directory);
    relay = new Relay(redis.port(), ledger);
    gateways =
        Stream.of("gateway-a", "gateway-b")
            .map(it -> new Gateway(it, environment(), directory))
            .toList();
    gateways.forEach(it -> it.service().start());
    gateways.forEach(it -> it.service().awaitReady());
  }

  /** All limits are those of a new installation: each user comes from an address of its own. */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("REDIS_URL", "redis://127.0.0.1:" + redis.port());
    environment.put("OIDC_ISSUER", issuer.url());
    environment.put("OIDC_AUDIENCE", Issuer.AUDIENCE);
    environment.put("TRUSTED_PROXIES", "127.0.0.1/32");
    environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    return environment;
  }

  List<Gateway> gateways() {
    return gateways;
  }

  Gateway first() {
    return gateways.getFirst();
  }

  Gateway second() {
    return gateways.getLast();
  }

  /** The one of those that are ready that has the fewest clients. */
  Optional<Gateway> next() {
    return gateways.stream()
        .filter(Gateway::isReady)
        .min(Comparator.comparingInt(it -> it.clients().get()));
  }

  Issuer issuer() {
    return issuer;
  }

  Ledger ledger() {
    return ledger;
  }

  Relay relay() {
    return relay;
  }

  @Override
  public void close() {
    gateways.forEach(Gateway::close);
    relay.close();
    redis.close();
    issuer.close();
    Deletion.of(directory);
  }
}
