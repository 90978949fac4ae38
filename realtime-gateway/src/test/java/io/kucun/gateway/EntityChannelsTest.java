package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A client's channels of single entities")
class EntityChannelsTest extends GatewayTest {

  private static final Pattern SUBSCRIPTIONS = Pattern.compile("sub=\\d+ psub=\\d+");
  private static final int MOST = 64;
  private static final List<String> ENTITIES =
      IntStream.range(0, MOST).mapToObj(i -> "p" + i).toList();

  /** Of one gateway, however many clients it has. */
  private static final Footing ONE_LINK =
      new Footing(
          List.of(
              "kucun:control 1",
              "kucun:events:inventory 1",
              "kucun:events:orders 1",
              "kucun:events:products 1"),
          "0",
          List.of("sub=4 psub=0"));

  /** All that anybody subscribes to in Redis: channels, patterns, and who has how many of them. */
  private record Footing(List<String> channels, String patterns, List<String> connections) {

    static Footing of(Publisher redis) {
      List<String> channels =
          ((List<?>) redis.command("PUBSUB", "CHANNELS"))
              .stream()
                  .map(channel -> (List<?>) redis.command("PUBSUB", "NUMSUB", channel.toString()))
                  .map(channel -> channel.getFirst() + " " + channel.getLast())
                  .sorted()
                  .toList();
      List<String> connections =
          SUBSCRIPTIONS
              .matcher(redis.command("CLIENT", "LIST").toString())
              .results()
              .map(MatchResult::group)
              .filter(connection -> !connection.equals("sub=0 psub=0"))
              .toList();
      return new Footing(channels, redis.command("PUBSUB", "NUMPAT").toString(), connections);
    }
  }

  /** Whoever else listened in a test before is gone. */
  @BeforeEach
  void onlyTheGatewaySubscribes() {
    Await.until("only the gateway subscribes", () -> Footing.of(redis()).equals(ONE_LINK));
  }

  private static String command(String type) {
    String channels =
        ENTITIES.stream().map(e -> "\"products:" + e + '"').collect(Collectors.joining(","));
    return "{\"type\":\"%s\",\"channels\":[%s]}".formatted(type, channels);
  }

  @Test
  @DisplayName("cost no subscription in Redis, come and go, and bring the events of each")
  void free() {
    String epoch = newEpoch("products");
    try (Client client = Client.welcomed(base, Tokens.of("vera", "viewer"))) {
      assertThat(client.send(command("subscribe")).next("subscribed")).doesNotContain("error");
      List<String> sent = new ArrayList<>();
      for (String entity : ENTITIES) {
        redis().publish("products", epoch, sent.size() * 2 + 2, "other-" + entity, null);
        sent.add(redis().publish("products", epoch, sent.size() * 2 + 3, entity, null));
      }
      assertThat(Stream.generate(client::next).limit(MOST)).isEqualTo(sent);
      assertThat(Footing.of(redis())).isEqualTo(ONE_LINK);

      client.send(command("unsubscribe")).next("unsubscribed");
      redis().publish("products", epoch, 2 * MOST + 2, ENTITIES.getFirst(), null);
      awaitHead("products", epoch, 2 * MOST + 2);
      client.nothingElse();
      assertThat(Footing.of(redis())).isEqualTo(ONE_LINK);
    }
  }

  @Test
  @DisplayName("would be noticed in Redis, if they cost a subscription or a pattern there")
  void noticed() {
    for (String command : List.of("SUBSCRIBE", "PSUBSCRIBE")) {
      try (Publisher other = new Publisher(redisUrl)) {
        other.command(command, "kucun:events:products:p1");
        assertThat(Footing.of(redis())).as(command).isNotEqualTo(ONE_LINK);
      }
      onlyTheGatewaySubscribes();
    }
  }
}
