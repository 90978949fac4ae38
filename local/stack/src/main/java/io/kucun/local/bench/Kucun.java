package io.kucun.local.bench;

import io.kucun.local.issuer.Issuer;
import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.PostgresServer;
import io.kucun.local.stack.App;
import java.nio.file.Path;
import java.util.Map;

/**
 * The packaged inventory-api on a PostgreSQL of its own, started as the local run starts it.
 *
 * @param token of somebody who may read and write products
 */
record Kucun(int port, ChildProcess process, String token) {
  private static final String NAME = "inventory-api";

  /** Returns when it is ready. */
  static Kucun start(Servers servers, Path root, String redisUrl, Issuer issuer) {
    int database = Ports.free();
    int port = Ports.free();
    int management = Ports.free();
    PostgresServer.persistent(
        servers.directory().resolve("postgres"),
        database,
        servers.log("postgres"),
        process ->
            servers.keep("postgres", ChildProcess.of(process.toHandle(), PostgresServer.COMMAND)));
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("DATABASE_URL", PostgresServer.url(database)),
            Map.entry("DATABASE_USER", PostgresServer.NAME),
            Map.entry("DATABASE_PASSWORD", PostgresServer.NAME),
            Map.entry("REDIS_URL", redisUrl),
            Map.entry("OIDC_ISSUER", issuer.url()),
            Map.entry("OIDC_AUDIENCE", Issuer.AUDIENCE),
            Map.entry("API_PORT", Integer.toString(port)),
            Map.entry("MANAGEMENT_PORT", Integer.toString(management)),
            Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
            Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"));
    String ready = "http://127.0.0.1:" + management + "/q/health/ready";
    ChildProcess process =
        servers.start(NAME, "java", App.API.command(root), environment, () -> Web.isOk(ready));
    return new Kucun(port, process, issuer.token("admin"));
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
