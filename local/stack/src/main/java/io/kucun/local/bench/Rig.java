package io.kucun.local.bench;

import io.kucun.local.issuer.Issuer;
import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All servers of a bench, on one Redis, with the same list in each. */
final class Rig implements AutoCloseable {
  private static final String HIT = "kucun; hit; ttl=";
  private static final int OK = 200;
  private static final Expected UNCHANGED = new Expected(304, HIT, 0);

  private final Path root;
  private final Servers servers;
  private final Issuer issuer = new Issuer();
  private final int redisPort = Ports.free();
  private final Map<Contestant, Target> targets = new EnumMap<>(Contestant.class);

  Rig(Path root, Path directory) {
    this.root = root;
    this.servers = new Servers(directory);
  }

  /**
   * Starts what is measured.
   *
   * @return the process of Redis
   */
  long start(Options options, Consumer<String> notices) {
    ChildProcess redis = redis();
    if (options.keys() > 0) {
      new Wire(redisPort)
          .send("DEBUG", "POPULATE", Integer.toString(options.keys()), "bench", "100");
    }
    Kucun kucun = Kucun.start(servers, root, "redis://127.0.0.1:" + redisPort, issuer);
    ProductList list = ProductList.seed(kucun, options.payload());
    shipped(kucun, list);
    Path folder = servers.directory().resolve("files");
    Path file = written(folder, list);
    if (options.measures(
        Contestant.READ,
        Contestant.READ_304,
        Contestant.READ_MANY,
        Contestant.MGET,
        Contestant.BYTES)) {
      bare(BareRead.start(servers, root, redisPort, file), list);
    }
    if (options.measures(Contestant.NODE, Contestant.NODE_MANY)) {
      node(Node.start(servers, root, redisPort, list.body()), list);
    }
    if (options.measures(Contestant.NGINX)) {
      Nginx.find(root)
          .ifPresentOrElse(
              found -> nginx(Nginx.start(servers, found, folder), list),
              () -> notices.accept(Nginx.ABSENT));
    }
    targets.keySet().retainAll(options.contestants());
    return redis.pid();
  }

  /** Who can be measured, in their order. */
  Map<Contestant, Target> targets() {
    return targets;
  }

  private ChildProcess redis() {
    Path home = servers.directory().resolve("redis");
    return servers.keep(
        "redis", RedisServer.transientIn(home, redisPort, servers.log("redis")).process());
  }

  private static Path written(Path folder, ProductList list) {
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve(Nginx.PATH.substring(1)), list.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void shipped(Kucun kucun, ProductList list) {
    Server server = new Server(kucun.port(), kucun.process().pid());
    String signed = "Authorization: Bearer " + kucun.token() + "\r\n";
    Expected found = new Expected(OK, HIT, list.length());
    put(Contestant.SHIPPED, server, Target.always(list.path(), signed), found);
    put(Contestant.SHIPPED_MANY, server, Target.inTurn(list.pathsOfMany(), signed), found);
    put(
        Contestant.SHIPPED_304,
        server,
        Target.always(list.path(), signed + list.ifNoneMatch()),
        UNCHANGED);
    put(
        Contestant.SHIPPED_MISS,
        server,
        () -> Target.request(list.pathOfAnother(), signed),
        new Expected(OK, "fwd=miss", list.length()));
  }

  private void bare(BareRead read, ProductList list) {
    Server server = new Server(read.port(), read.process().pid());
    Expected found = new Expected(OK, HIT, list.length());
    put(Contestant.READ, server, Target.always("/read", ""), found);
    put(Contestant.READ_MANY, server, Target.always("/reads", ""), found);
    put(Contestant.READ_304, server, Target.always("/read", list.ifNoneMatch()), UNCHANGED);
    Expected plain = new Expected(OK, "", list.length());
    put(Contestant.MGET, server, Target.always("/mget", ""), plain);
    put(Contestant.BYTES, server, Target.always("/bytes", ""), plain);
  }

  private void node(Node node, ProductList list) {
    Server server = new Server(node.port(), node.process().pid());
    Expected found = new Expected(OK, "node; hit", list.length());
    put(Contestant.NODE, server, Target.always(Node.PATH, ""), found);
    put(Contestant.NODE_MANY, server, Target.always(Node.PATH_OF_MANY, ""), found);
  }

  private void nginx(Nginx nginx, ProductList list) {
    put(
        Contestant.NGINX,
        new Server(nginx.port(), nginx.process().pid()),
        Target.always(Nginx.PATH, ""),
        new Expected(OK, "", list.length()));
  }

  private record Server(int port, long pid) {}

  private void put(Contestant who, Server server, Supplier<byte[]> request, Expected expected) {
    targets.put(who, new Target(server.port(), server.pid(), request, expected));
  }

  @Override
  public void close() {
    servers.close();
    issuer.close();
  }
}
