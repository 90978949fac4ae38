package io.kucun.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.rig.Await;
import io.kucun.local.servers.ChildProcess;
import io.kucun.local.stack.LogTail;
import io.kucun.local.stack.Part;
import io.kucun.local.stack.Ports;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Order(8)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The system")
class LifecycleTest {
  private static final int LINES = 1_000;

  private final Stack stack = Stack.shared();

  private int products() {
    return stack
        .api("viewer")
        .get("products?limit=1")
        .body()
        .path("pagination")
        .path("total")
        .asInt();
  }

  @Test
  @Order(1)
  @DisplayName(
      "is reaped and comes back with its data after its launcher was killed, and warns of nothing")
  void killed() {
    int before = products();
    List<ChildProcess> orphans = stack.processes();
    assertThat(orphans).hasSize(5);
    stack.launcher().process().destroyForcibly();
    stack.launcher().exitCode();
    assertThat(orphans).allMatch(ChildProcess::isAlive);

    stack.upAgain();
    assertThat(stack.launcher().output()).contains("Stopped what a crash had left");
    assertThat(orphans).noneMatch(ChildProcess::isAlive);
    for (Part service : List.of(Part.API, Part.GATEWAY)) {
      assertThat(LogTail.of(stack.settings().directory().log(service), LINES))
          .isNotEmpty()
          .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    }
    assertThat(products()).isEqualTo(before).isGreaterThan(0);
  }

  @Test
  @Order(2)
  @DisplayName("stops as a whole, and says which part, when one of them dies")
  void partDies() {
    List<ChildProcess> processes = stack.processes();
    processes.getFirst().signal("KILL");
    assertThat(stack.launcher().exitCode()).isEqualTo(1);
    assertThat(stack.launcher().output())
        .contains("PostgreSQL has ended unexpectedly (exit code 137: signal 9); the end of ")
        .endsWith("All other parts were stopped\n");
    assertThat(processes).noneMatch(ChildProcess::isAlive);
    stack.upAgain();
  }

  @Test
  @Order(3)
  @DisplayName("stops within 10 s on SIGTERM and leaves no process and no busy port")
  void terminated() throws InterruptedException {
    List<ChildProcess> processes = stack.processes();
    stack.launcher().process().destroy();
    assertThat(stack.launcher().process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(processes).hasSize(5).noneMatch(ChildProcess::isAlive);
    for (Ports port : Ports.values()) {
      int number = stack.settings().port(port);
      Await.until(
          port + " is free",
          Duration.ofSeconds(1),
          () -> !io.kucun.local.servers.Ports.answers(number));
    }
    assertThat(stack.run("status").exitCode()).isEqualTo(3);
    Command down = stack.run("down");
    assertThat(down.exitCode()).isZero();
    assertThat(down.output()).contains("not running");
  }
}
