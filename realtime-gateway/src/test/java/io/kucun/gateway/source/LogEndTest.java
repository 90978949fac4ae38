package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.Publisher;
import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The end of a log in Redis")
class LogEndTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final long ENOUGH = 1 << 30;
  private static final String FILL =
      """
      for i = tonumber(ARGV[3]), tonumber(ARGV[1]) do
        redis.call('XADD', KEYS[1], i .. '-0', 'e', '{"channel":"orders","data":"' .. string.rep('x', ARGV[2])
            .. '","ts":1,"offset":' .. i .. ',"epoch":"' .. ARGV[4] .. '"}')
      end
      redis.call('SET', KEYS[2], ARGV[4] .. ':' .. ARGV[1])
      return 'OK'\
      """;

  @TempDir Path directory;

  private final Vertx vertx = Vertx.vertx();
  private RedisServer server;
  private Publisher publisher;
  private Redis client;

  @BeforeEach
  void start() {
    server = RedisServer.transientIn(directory, Ports.free(), directory.resolve("redis.log"));
    publisher = new Publisher(server.url());
    client = Redis.createClient(vertx, server.url());
  }

  @AfterEach
  void stop() {
    publisher.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    server.process().stop("KILL", LIMIT);
  }

  private void fill(int first, int last, int bytes) {
    fill("e1", first, last, bytes);
  }

  private void fill(String epoch, int first, int last, int bytes) {
    publisher.command(
        "EVAL",
        FILL,
        "2",
        "kucun:log:orders",
        "kucun:pos:orders",
        Integer.toString(last),
        Integer.toString(bytes),
        Integer.toString(first),
        epoch);
  }

  private Tail read(int mostEvents, long mostBytes, @Nullable Position after) {
    return read(mostEvents, mostBytes, after, Runnable::run);
  }

  private Tail read(int mostEvents, long mostBytes, @Nullable Position after, Executor hubThread) {
    return new RedisLog(client, "kucun", mostEvents, mostBytes, hubThread)
        .tail("orders", after)
        .await()
        .atMost(LIMIT);
  }

  private int reads() {
    return publisher.calls("xrevrange");
  }

  private static List<Long> offsets(Tail tail) {
    return tail.events().stream().map(Envelope::position).map(Position::offset).toList();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  @DisplayName("is read in few pieces if its events are small, up to as many as are wanted")
  void small() {
    fill(1, 3_000, 100);
    assertThat(offsets(read(2_500, ENOUGH, null))).isEqualTo(range(501, 3_000));
    // 64, 256, then five hundred each.
    assertThat(reads()).isEqualTo(7);
    assertThat(offsets(read(10_000, ENOUGH, null))).isEqualTo(range(1, 3_000));
    assertThat(reads()).isEqualTo(15);
  }

  @Test
  @DisplayName("is read in pieces of a megabyte if they are large, up to as much as is wanted")
  void large() {
    fill(1, 200, 100_000);
    Tail tail = read(10_000, 8_000_000, null);
    assertThat(tail.position()).isEqualTo(new Position("e1", 200));
    // 64, then ten each until there are eight megabytes.
    assertThat(offsets(tail)).isEqualTo(range(117, 200));
    assertThat(reads()).isEqualTo(3);
  }

  @Test
  @DisplayName("is read carefully where small events follow large ones")
  void mixed() {
    fill(1, 500, 30_000);
    fill(501, 564, 100);
    assertThat(offsets(read(10_000, 5_000_000, null))).isEqualTo(range(245, 564));
    // 64 small ones, four times as many at most, and there are enough.
    assertThat(reads()).isEqualTo(2);
  }

  @Test
  @DisplayName("is counted in bytes, and not in letters")
  void letters() {
    fill(1, 64, 100);
    publisher.command(
        "XADD",
        "kucun:log:orders",
        "65-0",
        "e",
        "{\"channel\":\"orders\",\"data\":\""
            + "砖".repeat(10_000)
            + "\",\"ts\":1,\"offset\":65,\"epoch\":\"e1\"}");
    assertThat(read(10_000, 30_000, null).events()).hasSize(64);
    assertThat(reads()).isEqualTo(1);
  }

  @Test
  @DisplayName("is read to where somebody stands, and no further")
  void after() {
    fill(1, 1_000, 100);
    assertThat(offsets(read(10_000, ENOUGH, new Position("e1", 990)))).isEqualTo(range(991, 1_000));
    assertThat(reads()).isEqualTo(1);
    assertThat(offsets(read(10_000, ENOUGH, new Position("e1", 300)))).isEqualTo(range(301, 1_000));
    assertThat(reads()).isEqualTo(4);
  }

  @Test
  @DisplayName("is read up to what is no event")
  void broken() {
    fill(1, 300, 100);
    publisher.command("XADD", "kucun:log:orders", "301-0", "e", "{}");
    assertThat(read(10_000, ENOUGH, null).events()).isEmpty();
    assertThat(reads()).isEqualTo(1);
  }

  @Test
  @DisplayName("is not put together from two numberings, if one began between two pieces")
  void twoEpochs() {
    fill(1, 300, 100);
    AtomicBoolean before = new AtomicBoolean(true);
    Tail tail =
        read(
            10_000,
            ENOUGH,
            null,
            piece -> {
              if (before.getAndSet(false)) {
                publisher.command("DEL", "kucun:log:orders");
                fill("e2", 1, 400, 100);
              }
              piece.run();
            });
    assertThat(reads()).isEqualTo(2);
    assertThat(tail.position()).isEqualTo(new Position("e1", 300));
    assertThat(tail.events()).hasSize(300);
    assertThat(tail.unbroken())
        .extracting(Envelope::position)
        .isEqualTo(LongStream.rangeClosed(237, 300).mapToObj(i -> new Position("e1", i)).toList());
  }
}
