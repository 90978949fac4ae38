package io.kucun.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Events that have become old in memory")
class AgesTest extends Forgetful {

  AgesTest() {
    super(3);
  }

  private void isAsked(long since, int questions) {
    Narrow client = resume(since);
    assertThat(archive.asked).hasSize(questions);
    while (!archive.asked.isEmpty()) {
      archive.answer();
      settle();
    }
    assertThat(client.heard).isEqualTo(events(since, offset));
    hub.leave(client);
  }

  @Test
  @DisplayName("are dropped, and read back for who still needs them")
  void dropped() {
    publish(5);
    forget(3);
    publish(2);
    isAsked(0, 0);
    forget(1);
    isAsked(5, 0);
    isAsked(4, 1);
  }

  @Test
  @DisplayName("are all dropped where nothing happens, and the channel goes on")
  void quiet() {
    publish(5);
    forget(4);
    isAsked(5, 0);
    isAsked(2, 1);
    forget(4);
    publish(1);
    isAsked(5, 0);
  }

  @Test
  @DisplayName("stay while they could not be read back")
  void degraded() {
    publish(5);
    hub.degraded(true);
    forget(10);
    assertThat(resume(1).heard).isEqualTo(events(1, 5));
    hub.degraded(false);
    forget(1);
    isAsked(1, 1);
  }

  @Test
  @DisplayName("stay for who is being brought forward from them")
  void behind() {
    Narrow slow = open();
    slow.room = 0;
    hub.subscribe(slow, List.of(new Subscription(new Target("a", null), null, null)), o -> {});
    publish(5);
    forget(10);
    slow.room = Integer.MAX_VALUE;
    hub.catchUp(slow);
    assertThat(archive.asked).isEmpty();
    assertThat(slow.heard).hasSize(5);
  }
}
