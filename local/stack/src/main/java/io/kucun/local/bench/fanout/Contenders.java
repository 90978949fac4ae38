package io.kucun.local.bench.fanout;

import io.kucun.local.bench.NodeHome;
import io.kucun.local.bench.Servers;
import io.kucun.local.bench.Web;
import io.kucun.local.issuer.Issuer;
import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import io.kucun.local.stack.App;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The servers of a bench, on one Redis. */
final class Contenders implements AutoCloseable {
  private static final int USERS = 50;
  private static final int NO_LIMIT = 1_000_000;
  private static final Duration END = Duration.ofSeconds(10);

  private final Path root;
  private final List<String> variant;
  private final Servers servers;
  private final Issuer issuer = new Issuer();
  private final List<String> tokens;
  private final int redisPort = Ports.free();
  private final List<Target> targets = new ArrayList<>();
  private int started;

  /**
   * Starts Redis.
   *
   * @param variant options of the JVM of that competitor
   */
  Contenders(Path root, Path directory, List<String> variant) {
    this.root = root;
    this.variant = variant;
    this.servers = new Servers(directory);
    this.tokens = Stream.generate(() -> issuer.token("viewer")).limit(USERS).toList();
    Path home = servers.directory().resolve("redis");
    servers.keep("redis", RedisServer.transientIn(home, redisPort, servers.log("redis")).process());
  }

  /** Starts one, whose channel then stands before the first message; returns when it is ready. */
  Target start(Competitor who) {
    new Positions(redisPort).set(who, Form.FIRST - 1);
    started++;
    int port = Ports.free();
    Target target =
        switch (who) {
          case SHIPPED -> gateway(who, port, List.of());
          case VARIANT -> gateway(who, port, variant);
          case PLAIN -> gateway(who, port, List.of("-Dkucun.wire.shared-frames=false"));
          case NODE -> node(port);
          case FLOOR -> floor(port);
        };
    targets.add(target);
    return target;
  }

  /** Ends one before all are ended. */
  void stop(Target target) {
    target.process().stop("TERM", END);
  }

  /** Goes on behind the last message. */
  Publisher publisher(Target target) {
    return new Publisher(redisPort, target, new Positions(redisPort).get(target.who()) + 1);
  }

  private Target gateway(Competitor who, int port, List<String> options) {
    int management = Ports.free();
    List<String> command = new ArrayList<>(App.GATEWAY.command(root));
    command.addAll(command.indexOf("-jar"), options);
    String ready = "http://127.0.0.1:" + management + "/q/health/ready";
    ChildProcess process =
        started(who, "java", command, environment(who, port, management), () -> Web.isOk(ready));
    return new Target(who, port, management, process, tokens);
  }

  /** Its limits are out of the way, by its settings. */
  private Map<String, String> environment(Competitor who, int port, int management) {
    String most = Integer.toString(NO_LIMIT);
    return Map.ofEntries(
        Map.entry("REDIS_URL", "redis://127.0.0.1:" + redisPort),
        Map.entry("REDIS_NAMESPACE", who.word()),
        Map.entry("OIDC_ISSUER", issuer.url()),
        Map.entry("OIDC_AUDIENCE", Issuer.AUDIENCE),
        Map.entry("WS_PORT", Integer.toString(port)),
        Map.entry("MANAGEMENT_PORT", Integer.toString(management)),
        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
        Map.entry("WS_MAX_CONNECTIONS", most),
        Map.entry("WS_MAX_CONNECTIONS_PER_USER", most),
        Map.entry("WS_MAX_CONNECTIONS_PER_ADDRESS", most),
        Map.entry("WS_MAX_HANDSHAKES_PER_SECOND", most),
        // Of 1,000,000 clients a second: it does not wait to be stopped.
        Map.entry("WS_DRAIN_WINDOW", "PT0S"));
  }

  private Target node(int port) {
    Path home = NodeHome.prepared(root, servers.log("npm"));
    return bare(
        Competitor.NODE,
        port,
        "node",
        List.of("node", home.resolve("fanout.mjs").toString()),
        Target.prefix(Competitor.NODE));
  }

  private Target floor(int port) {
    Path program = Floor.compiled(root, servers);
    String channel = Target.prefix(Competitor.FLOOR) + Form.CHANNEL;
    return bare(Competitor.FLOOR, port, Floor.NAME, List.of(program.toString()), channel);
  }

  private Target bare(
      Competitor who, int port, String executable, List<String> program, String channels) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(Integer.toString(port), Integer.toString(redisPort), channels));
    ChildProcess process =
        started(
            who, executable, command, Map.of("NODE_ENV", "production"), () -> Ports.answers(port));
    return new Target(who, port, 0, process, List.of());
  }

  private ChildProcess started(
      Competitor who,
      String executable,
      List<String> command,
      Map<String, String> environment,
      BooleanSupplier ready) {
    return servers.start(who.word() + started, executable, command, environment, ready);
  }

  @Override
  public void close() {
    targets.forEach(this::stop);
    servers.close();
    issuer.close();
  }
}
