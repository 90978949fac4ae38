package io.kucun.local.cli;

import io.kucun.local.bench.EventBench;
import io.kucun.local.bench.fanout.GatewayBench;
import io.kucun.local.client.ClientException;
import io.kucun.local.replay.Replay;
import io.kucun.local.servers.ServerException;
import io.kucun.local.stack.Settings;
import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The commands of the front script that need Java. */
@Command(
    name = "./kucun",
    description = "The whole system on this machine.",
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private static final int FAILED = 1;

  private final Settings settings;
  private final Console console;

  /** Picocli reads it, and answers by itself. */
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show this help and exit.")
  private boolean help;

  Main(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    Console console = new Console(System.out, System.err);
    System.exit(run(console, arguments));
  }

  static int run(Console console, String... arguments) {
    try {
      Path root = Path.of(System.getProperty("kucun.root", ".")).toRealPath();
      Settings settings = Settings.of(root, System.getenv());
      return new CommandLine(new Main(settings, console))
          .setExecutionExceptionHandler((e, command, parsed) -> failed(console, e))
          .setParameterExceptionHandler((e, given) -> misused(console, e))
          .execute(arguments);
    } catch (StackException | IOException e) {
      return failed(console, e);
    }
  }

  private static int misused(Console console, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.error(e.getMessage() + " (" + command + " --help says more)");
    return FAILED;
  }

  /** One line for what people can do something about; anything else is a bug and says all. */
  private static int failed(Console console, Exception e) {
    switch (e) {
      case StackException known -> console.error(known);
      case ServerException known -> console.error(known);
      case ClientException known -> console.error(known);
      case UncheckedIOException io -> console.error(Failures.line(io));
      case IOException io -> console.error(Failures.line(io));
      default -> console.trace(e);
    }
    return FAILED;
  }

  @Command(
      name = "up",
      description = {
        "Starts PostgreSQL, Redis, Keycloak and both services, with demo data, and stays in the"
            + " foreground; Ctrl-C stops everything.",
        "",
        "Ports are moved by KUCUN_API_PORT, KUCUN_WS_PORT, KUCUN_KEYCLOAK_PORT, KUCUN_PG_PORT,"
            + " KUCUN_REDIS_PORT, KUCUN_API_MANAGEMENT_PORT, KUCUN_WS_MANAGEMENT_PORT. If"
            + " DATABASE_URL, REDIS_URL or OIDC_ISSUER is set, that one is used instead of"
            + " starting one. KUCUN_STATE_DIR is where data, logs and pids are (.kucun)."
      })
  int up(@Option(names = "--fresh", description = "Forget all data first.") boolean fresh) {
    return new Up(settings, console).run(fresh);
  }

  @Command(name = "down", description = "Stops the system, also what a crash has left.")
  int down() {
    return new Down(settings, console).run();
  }

  @Command(
      name = "status",
      description = "A line for each part: name, address, pid, state. Exits with 3 unless all run.")
  int status() {
    return new Status(settings.ofRunning(), console).run();
  }

  @Command(name = "logs", description = "Prints the logs of the parts, or of one.")
  int logs(
      @Parameters(
              arity = "0..1",
              paramLabel = "PART",
              defaultValue = "",
              description = "postgres, redis, keycloak, inventory-api or realtime-gateway")
          String part,
      @Option(
              names = {"-f", "--follow"},
              description = "Go on until Ctrl-C.")
          boolean follow,
      @Option(
              names = {"-n", "--lines"},
              defaultValue = "200",
              description = "How many lines of each (${DEFAULT-VALUE}).")
          int lines) {
    return new Logs(settings, console).run(part, follow, lines);
  }

  @Command(
      name = "token",
      description = "Prints an access token of admin, warehouse, sales, sales2 or viewer.")
  int token(@Parameters(paramLabel = "USER", description = "Whose token.") String user) {
    return new Token(settings.ofRunning(), console).run(user);
  }

  @Command(
      name = "replay",
      description = {
        "Drives the running system with the invoices of a CSV file, over its public API: each stock"
            + " code becomes a product with opening stock, each invoice an order that is created,"
            + " confirmed and shipped, each cancellation a return. Then compares what was"
            + " acknowledged with the frames of a WebSocket client, the events in Redis and in"
            + " PostgreSQL, and the ledger. Exits with 1 unless all of it agrees.",
        "",
        "The file is the Online Retail data set as CSV.",
        Replay.ATTRIBUTION
      })
  int replay(@Parameters(paramLabel = "FILE", description = "The CSV file.") Path file) {
    return new ReplayFile(settings.ofRunning(), console).run(file);
  }

  @Command(
      name = "epoch",
      description = {
        "With 'new': begins a new epoch of the event log, so that every client reads everything"
            + " again. For after a restore of the database: stop inventory-api, restore, epoch new,"
            + " start.",
        "",
        "It is done in the database of the running system, or in that of DATABASE_URL (with"
            + " DATABASE_USER and DATABASE_PASSWORD)."
      })
  int epoch(@Parameters(paramLabel = "new", description = "What to do.") String what) {
    return new Epoch(settings, console).run(what);
  }

  @Command(
      name = "bench",
      subcommands = {EventBench.class, GatewayBench.class},
      description = {
        "Measures a cached list of products: processor time per request of the service and of Redis,"
            + " beside the same read in Node (Fastify, ioredis: GET, parse, stringify) and a static"
            + " file from nginx. Starts servers of its own on free ports and stops them; all take"
            + " turns, each is warmed first. Shows medians over the rounds, with the least and the"
            + " greatest, and ratios of each round by itself.",
        "",
        "Nothing else should run meanwhile. Compare figures of one run only."
      })
  int bench(@Mixin BenchOptions options) {
    return new MeasuredReads(settings, console).run(options.checked());
  }

  @Command(
      name = "watch",
      description = "Prints each frame of the channels on a line, until Ctrl-C.")
  int watch(
      @Parameters(
              arity = "1..*",
              paramLabel = "CHANNEL",
              description = "products, inventory, orders, or one entity: inventory:<product id>")
          List<String> channels,
      @Option(
              names = "--user",
              defaultValue = "admin",
              paramLabel = "USER",
              description = "Whose eyes (${DEFAULT-VALUE}).")
          String user) {
    return new Watch(settings.ofRunning(), console).run(channels, user);
  }
}
