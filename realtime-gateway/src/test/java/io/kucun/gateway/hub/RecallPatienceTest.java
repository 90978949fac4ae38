package io.kucun.gateway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("While older events come in pieces, and slowly,")
class RecallPatienceTest extends Forgetful {

  private static final int PIECES = 16;
  private static final int LOG = PIECES * 1_000;

  /** One in a hundred is of the entity that is listened to. */
  private void publishSome(int events) {
    for (int i = 0; i < events; i++) {
      Envelope event = Events.event("a", "e1", ++offset, offset % 100 == 0 ? "k" : null, null);
      archive.add(event);
      hub.publish(event);
    }
    settle();
  }

  private Narrow comeBack() {
    Narrow client = open();
    List<Subscription> wanted =
        List.of(new Subscription(new Target("a", "k"), null, new Position("e1", 1)));
    hub.recall(wanted, () -> hub.subscribe(client, wanted, o -> answer(client, o.getFirst())));
    return client;
  }

  private void answerAfterATick(int pieces) {
    for (int i = 0; i < pieces; i++) {
      hub.forget();
      settle();
      archive.answer();
      settle();
    }
  }

  @Test
  @DisplayName("whoever needs them waits longer than for a single answer, and gets them")
  void waits() {
    publishSome(LOG / 2);
    Narrow client = comeBack();
    answerAfterATick(PIECES / 2 - 1);
    assertThat(client.heard).as("not all have come").isEmpty();
    answerAfterATick(1);
    assertThat(client.heard).hasSize(1 + LOG / 2 / 100).startsWith("recovered true");
    assertThat(outcome(ResumeOutcome.UNREACHABLE)).isZero();
  }

  @Test
  @DisplayName("nobody waits for an answer that does not come, whatever came before")
  void stops() {
    publishSome(LOG);
    Narrow client = comeBack();
    answerAfterATick(3);
    hub.forget();
    settle();
    assertThat(client.heard).isEmpty();
    hub.forget();
    settle();
    assertThat(client.heard).containsExactly("recovered false");
  }

  @Test
  @DisplayName("nobody waits without end")
  void ends() {
    publishSome(LOG);
    Narrow client = comeBack();
    answerAfterATick(9);
    assertThat(client.heard).isEmpty();
    answerAfterATick(1);
    assertThat(client.heard).containsExactly("recovered false");
    assertThat(outcome(ResumeOutcome.UNREACHABLE)).isEqualTo(1);
  }
}
