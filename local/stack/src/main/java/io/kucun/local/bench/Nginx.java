package io.kucun.local.bench;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.Spawn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A static file from nginx, by one worker. */
record Nginx(int port, ChildProcess process) {
  static final String PATH = "/list.json";

  /** What to do without one. */
  static final String ABSENT =
      "nginx is not on the PATH, going on without it: install it, or unpack its Debian package with"
          + " 'apt-get download nginx' and 'dpkg -x nginx_*.deb .kucun/cache/nginx'";

  private static final List<String> ELSEWHERE =
      List.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx");

  /** Where it is installed, or unpacked. */
  static Optional<Path> find(Path root) {
    if (Spawn.onPath("nginx")) {
      return Optional.of(Path.of("nginx"));
    }
    return Stream.concat(
            ELSEWHERE.stream().map(Path::of),
            Stream.of(root.resolve(".kucun/cache/nginx/usr/sbin/nginx")))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Returns when it answers. */
  static Nginx start(Servers servers, Path executable, Path folder) {
    int port = Ports.free();
    Path home = servers.directory().resolve("nginx");
    Path configuration = home.resolve("nginx.conf");
    try {
      Files.createDirectories(home);
      Files.writeString(configuration, configuration(port, home, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ChildProcess process =
        servers.start(
            "nginx",
            "nginx",
            List.of(
                executable.toString(),
                "-p",
                home.toString(),
                "-e",
                servers.log("nginx-errors").toString(),
                "-c",
                configuration.toString()),
            Map.of(),
            () -> Web.isOk("http://127.0.0.1:" + port + PATH));
    return new Nginx(port, process);
  }

  /** It closes a connection after 1,000 requests unless told otherwise. */
  private static String configuration(int port, Path home, Path folder) {
    return """
    daemon off;
    master_process off;
    worker_processes 1;
    pid %2$s/nginx.pid;
    events { worker_connections 2048; }
    http {
      access_log off;
      sendfile on;
      tcp_nopush on;
      open_file_cache max=10;
      keepalive_requests 1000000000;
      client_body_temp_path %2$s/body;
      proxy_temp_path %2$s/proxy;
      fastcgi_temp_path %2$s/fastcgi;
      uwsgi_temp_path %2$s/uwsgi;
      scgi_temp_path %2$s/scgi;
      types { application/json json; }
      server { listen 127.0.0.1:%1$d; root %3$s; }
    }
    """
        .formatted(port, home, folder);
  }
}
