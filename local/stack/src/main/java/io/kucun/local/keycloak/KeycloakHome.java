package io.kucun.local.keycloak;

import io.kucun.local.servers.Deletion;
import io.kucun.local.servers.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The home directory of one server: links to the distribution, and its own database. */
public record KeycloakHome(Path path, Path distribution) {
  private static final List<String> LINKED = List.of("lib", "conf", "providers", "themes");
  private static final String REALM_ADDRESS = "http://localhost:8080";

  /**
   * Creates it with that realm. The import leaves an existing realm alone, so another realm file
   * means another database. So does a first start that was cut off: it leaves half of a schema,
   * which no later start completes.
   *
   * @param apiUrl where the dashboard is, and so where a login may return to
   */
  public void create(Path realmFile, String apiUrl) {
    Path imported = path.resolve("data/import/kucun-realm.json");
    try {
      String realm = Files.readString(realmFile).replace(REALM_ADDRESS, apiUrl);
      if (Files.exists(neverReady())
          || !Files.exists(imported)
          || !Files.readString(imported).equals(realm)) {
        Deletion.of(path);
        Files.createDirectories(path.resolve("data/import"));
        Files.createFile(neverReady());
        Files.writeString(imported, realm);
      }
      for (String name : LINKED) {
        Path link = path.resolve(name);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, distribution.resolve(name).toAbsolutePath());
      }
    } catch (IOException e) {
      throw new ServerException("cannot write " + path, e);
    }
  }

  /** The server has served: from now on its data are kept. */
  public void ready() {
    try {
      Files.deleteIfExists(neverReady());
    } catch (IOException e) {
      throw new ServerException("cannot write " + path, e);
    }
  }

  private Path neverReady() {
    return path.resolve("never-ready");
  }

  /** The command that starts it. */
  public List<String> startCommand(int port, String url) {
    List<String> command = new ArrayList<>(KeycloakCommand.java(path, "192m"));
    command.addAll(List.of("start", "--optimized", "--import-realm", "--cache=local"));
    command.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1"));
    command.addAll(List.of("--http-port=" + port, "--hostname=" + url));
    return command;
  }

  /** Makes the variables of this process those of the server. */
  public void environment(Map<String, String> variables) {
    KeycloakEnvironment.forServer(variables);
  }
}
