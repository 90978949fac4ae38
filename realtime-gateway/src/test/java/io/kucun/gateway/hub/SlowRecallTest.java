package io.kucun.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Envelope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A member that has read too slowly for the memory")
class SlowRecallTest extends Forgetful {

  @Test
  @DisplayName("is brought forward from older events, read once")
  void broughtForward() {
    Narrow client = resume(0);
    client.room = 0;
    publish(100);
    client.room = Integer.MAX_VALUE;
    hub.catchUp(client);
    hub.catchUp(client);
    assertThat(archive.asked).hasSize(1);
    hub.publish(Events.event("a", ++offset));
    archive.answer();
    settle();
    assertThat(client.heard).isEqualTo(events(0, 101));
    assertThat(hub.counters().caughtUp()).isEqualTo(1);
  }

  @Test
  @DisplayName("is told to resync if it would miss a message that is nowhere kept")
  void liveOnly() {
    Narrow client = resume(0);
    client.room = 0;
    publish(1);
    hub.publish(new Envelope("a", null, null, 0, null, "live"));
    publish(99);
    client.room = Integer.MAX_VALUE;
    hub.catchUp(client);
    assertThat(archive.asked).isEmpty();
    assertThat(client.heard).containsExactly("recovered true", "resync e1:100");
  }
}
