package io.kucun.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("Control frames")
class ReplyWriterTest {

  private static final CommandId ONE = new CommandId("1");

  private static Map<String, Reply> replies() {
    Map<String, ChannelAnswer> answers = new LinkedHashMap<>();
    answers.put("orders", new ChannelAnswer.Subscribed(new Since("e1", 17), true));
    answers.put("x", new ChannelAnswer.Refused(ErrorCode.UNKNOWN_CHANNEL));
    Map<String, Reply> replies = new LinkedHashMap<>();
    replies.put(
        "server-welcome",
        new Reply.Welcome("724624e4-cda0-422e-957a-a480abed4f37", 25_000, 1_790_000_000_000L));
    replies.put("server-subscribed", new Reply.Subscribed(ONE, answers));
    replies.put("server-subscribed-short", subscribed(null, "inventory", new Since("e1", 99)));
    replies.put(
        "server-subscribed-unnumbered", subscribed(new CommandId("\"a1\""), "orders", null));
    replies.put("server-unsubscribed", new Reply.Unsubscribed(ONE, List.of("orders"), "client"));
    replies.put(
        "server-unsubscribed-forbidden",
        new Reply.Unsubscribed(null, List.of("orders", "orders:42"), "forbidden"));
    replies.put("server-authenticated", new Reply.Authenticated(null, 1_790_000_300_000L));
    replies.put("server-auth_expiring", new Reply.AuthExpiring(1_790_000_000_000L));
    replies.put(
        "server-error",
        new Reply.Failed(ONE, ErrorCode.UNKNOWN_FIELD, "the fields of ping are id, type"));
    replies.put(
        "server-error-expired",
        new Reply.Failed(null, ErrorCode.TOKEN_EXPIRED, "the token has expired: renew it first"));
    replies.put("server-resync", new Reply.Resync("orders", new Since("e1", 99)));
    Map<String, Since> positions = new LinkedHashMap<>();
    positions.put("orders", new Since("e1", 17));
    positions.put("products", new Since("e1", 4));
    replies.put("server-position", new Reply.Positions(positions));
    replies.put("server-pong", new Reply.Pong(null));
    replies.put("server-degraded", new Reply.Degraded(true));
    replies.put("server-reconnect", new Reply.Reconnect(1200));
    return replies;
  }

  private static Reply subscribed(@Nullable CommandId id, String channel, @Nullable Since at) {
    return new Reply.Subscribed(id, Map.of(channel, new ChannelAnswer.Subscribed(at, null)));
  }

  @TestFactory
  @DisplayName("are written as the samples say")
  List<DynamicTest> samples() {
    return replies().entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () ->
                    assertThat(new ReplyWriter().write(entry.getValue()))
                        .isEqualTo(Samples.read(entry.getKey()))))
        .toList();
  }

  @Test
  @DisplayName("have a sample each, and every sample is checked")
  void complete() {
    List<String> control =
        Samples.names("server-").stream().filter(name -> !name.startsWith("server-data")).toList();
    assertThat(replies().keySet()).containsExactlyInAnyOrderElementsOf(control);
    assertThat(replies().values().stream().map(Object::getClass).distinct().count())
        .isEqualTo(Reply.class.getPermittedSubclasses().length);
  }

  @Test
  @DisplayName("escape what clients chose")
  void escapes() {
    String written =
        new ReplyWriter().write(new Reply.Unsubscribed(null, List.of("a\"b\n"), "client"));
    assertThat(written).contains("[\"a\\\"b\\n\"]");
  }
}
