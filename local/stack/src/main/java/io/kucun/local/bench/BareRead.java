package io.kucun.local.bench;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Ports;
import io.kucun.local.stack.App;
import io.kucun.local.stack.StackException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The read cache of inventory-api behind nothing but an HTTP server. That program is among the
 * service's tests, so that the package has no read without a token; it is compiled here against the
 * package.
 */
record BareRead(int port, ChildProcess process) {
  private static final String PROGRAM = "io.kucun.inventory.bench.BareRead";

  /** Returns when it answers. */
  static BareRead start(Servers servers, Path root, int redis, Path body) {
    Path classes = servers.directory().resolve("classes");
    String path = jars(App.API.directory(root));
    compile(servers.log("javac"), root.resolve("inventory-api/src/test/java"), path, classes);
    int port = Ports.free();
    List<String> command =
        App.API.java(
            "-cp",
            path + File.pathSeparator + classes,
            PROGRAM,
            Integer.toString(port),
            Integer.toString(redis),
            body.toString());
    ChildProcess process =
        servers.start(
            "cached-read",
            "java",
            command,
            Map.of(),
            () -> Web.isOk("http://127.0.0.1:" + port + "/read"));
    return new BareRead(port, process);
  }

  private static String jars(Path app) {
    try (Stream<Path> files = Files.walk(app)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".jar"))
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(Path log, Path sources, String classPath, Path classes) {
    Path program = sources.resolve(PROGRAM.replace('.', '/') + ".java");
    try (OutputStream said = Files.newOutputStream(log)) {
      int result =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  said,
                  said,
                  List.of(
                          "-proc:none",
                          "-nowarn",
                          "-cp",
                          classPath,
                          "-sourcepath",
                          sources.toString(),
                          "-d",
                          classes.toString(),
                          program.toString())
                      .toArray(String[]::new));
      if (result != 0) {
        throw new StackException(program + " does not compile, see " + log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
