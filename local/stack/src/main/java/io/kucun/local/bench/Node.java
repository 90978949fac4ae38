package io.kucun.local.bench;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same read in Node: {@code local/bench/server.mjs}. */
record Node(int port, ChildProcess process) {
  static final String PATH = "/list";
  static final String PATH_OF_MANY = "/lists";
  private static final String KEY = "bench:node:list";

  /** Installs what it needs, the first time; returns when it answers. */
  static Node start(Servers servers, Path root, int redis, String body) {
    Path home = NodeHome.prepared(root, servers.log("npm"));
    Wire wire = new Wire(redis);
    wire.send("SET", KEY, body);
    for (int i = 0; i < ProductList.MANY; i++) {
      wire.send("SET", KEY + ":" + i, body);
    }
    int port = Ports.free();
    ChildProcess process =
        servers.start(
            "node",
            "node",
            List.of(
                "node",
                home.resolve("server.mjs").toString(),
                Integer.toString(port),
                Integer.toString(redis),
                KEY,
                Integer.toString(ProductList.MANY)),
            Map.of("NODE_ENV", "production"),
            () -> Web.isOk("http://127.0.0.1:" + port + PATH));
    return new Node(port, process);
  }
}
