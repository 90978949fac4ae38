package io.kucun.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The steps of a start")
class LauncherTest {
  private final CompletableFuture<Void> one = new CompletableFuture<>();
  private final CompletableFuture<Void> other = new CompletableFuture<>();
  private final CompletableFuture<Void> all = Launcher.all(one, other);

  @Test
  @DisplayName("are done when each is")
  void done() {
    one.complete(null);
    assertThat(all).isNotDone();
    other.complete(null);
    assertThat(all).isCompleted();
  }

  @Test
  @DisplayName("have failed when the first has, whatever the others still do")
  void failed() {
    other.completeExceptionally(new StackException("no port"));
    assertThatThrownBy(all::join).hasCause(new StackException("no port"));
  }
}
