package io.kucun.local.bench.fanout;

import io.kucun.local.stack.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A bench of the gateway: what a delivery costs, and what clients cost. */
@Command(
    name = "gateway",
    description = {
      "Measures the fan-out on servers of its own: processor time of the server for each message to"
          + " each client, and how long it takes from PUBLISH until a client has read it, beside the"
          + " replaced server in Node (ws, ioredis), the gateway without shared frames, and a floor in"
          + " C that writes a ready frame to each socket. Then memory: of idle clients, beside stalled"
          + " ones, and with --churn over time. All take turns, each is warmed first.",
      "",
      "Nothing else should run meanwhile. Compare figures of one run only."
    })
public final class GatewayBench implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private FanoutOptions options = new FanoutOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.check();
    Path root = Path.of(System.getProperty("kucun.root", ".")).toRealPath();
    Path directory = Settings.of(root, System.getenv()).directory().path();
    FanoutBench bench = new FanoutBench(options, line -> say("  " + line), this::say);
    return bench.run(root, directory.resolve("bench")) ? 0 : 1;
  }

  private void say(String line) {
    if (spec != null) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(line);
      out.flush();
    }
  }
}
