package io.kucun.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Spawn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The children of a launcher")
class ChildrenTest {
  @TempDir private Path path;
  private StateDirectory directory = new StateDirectory(Path.of("."));

  @BeforeEach
  void create() {
    directory = new StateDirectory(path);
    directory.create();
  }

  private Process started(String... command) {
    return Spawn.inOwnSession(List.of(command), Map.of(), path, path.resolve("log"));
  }

  private ChildProcess sleeper() {
    return ChildProcess.of(started("sleep", "60").toHandle(), "sleep");
  }

  @Test
  @DisplayName("are stopped and forgotten")
  void stopped() {
    Children children = new Children(directory);
    ChildProcess one = sleeper();
    ChildProcess other = sleeper();
    children.add(Part.REDIS, one);
    children.add(Part.API, other);
    children.stopAll();
    assertThat(one.isAlive()).isFalse();
    assertThat(other.isAlive()).isFalse();
    assertThat(directory.run()).isEmptyDirectory();
  }

  @Test
  @DisplayName("are killed when they come after the stop")
  void late() {
    Children children = new Children(directory);
    children.stopAll();
    ChildProcess late = sleeper();
    children.add(Part.REDIS, late);
    assertThat(late.isAlive()).isFalse();
  }

  @Test
  @DisplayName("of a launcher that is gone are reaped")
  void reaped() {
    ChildProcess orphan = sleeper();
    new Children(directory).add(Part.GATEWAY, orphan);
    assertThat(new Children(directory).reap()).containsExactly(Part.GATEWAY);
    assertThat(orphan.isAlive()).isFalse();
    assertThat(new Children(directory).reap()).isEmpty();
  }

  @Test
  @DisplayName("tell how one has ended, if it was started here")
  void ending() throws Exception {
    Children children = new Children(directory);
    Process killed = started("sleep", "60");
    children.add(Part.REDIS, killed, "sleep");
    assertThat(children.ending(Part.REDIS)).isEmpty();
    killed.destroyForcibly().waitFor();
    assertThat(children.ending(Part.REDIS)).isEqualTo(" (exit code 137: signal 9)");
    Process failed = started("sh", "-c", "exit 3");
    children.add(Part.API, failed, "sh");
    failed.waitFor();
    assertThat(children.ending(Part.API)).isEqualTo(" (exit code 3)");
    assertThat(children.ending(Part.GATEWAY)).isEmpty();
    children.stopAll();
  }

  @Test
  @DisplayName("tell which of them ends by itself")
  void firstToEnd() throws Exception {
    Children children = new Children(directory);
    ChildProcess first = sleeper();
    children.add(Part.KEYCLOAK, first);
    children.add(Part.API, sleeper());
    var ended = children.firstToEnd();
    first.signal("KILL");
    assertThat(ended.get(5, TimeUnit.SECONDS)).isEqualTo(Part.KEYCLOAK);
    children.stopAll();
  }
}
