package io.kucun.inventory.bench;

import io.kucun.inventory.cache.CacheKey;
import io.kucun.inventory.cache.CacheParts;
import io.kucun.inventory.cache.CachedBody;
import io.kucun.inventory.cache.Known;
import io.kucun.inventory.cache.Loaded;
import io.kucun.inventory.cache.ReadCache;
import io.kucun.inventory.cache.Space;
import io.kucun.inventory.read.RawAnswer;
import io.kucun.inventory.redis.RedisLinks;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The answers, from the whole cache to nothing but the socket. */
final class Answers {
  private static final CacheKey KEY = key("the list of the bench");
  private static final List<CacheKey> KEYS =
      IntStream.range(0, 200).mapToObj(number -> key("list " + number)).toList();
  private static final String PLAIN_KEY = "bench:list";

  private final ReadCache cache;
  private final RedisLinks links;
  private final Buffer body;
  private final AtomicInteger turn = new AtomicInteger();

  Answers(Vertx vertx, RedisLinks links, byte[] body) {
    this.links = links;
    this.body = Buffer.buffer(body);
    this.cache =
        CacheParts.cache(
            vertx, links, () -> Uni.createFrom().item("products=e:0, inventory=e:0, orders=e:0"));
  }

  private static CacheKey key(String query) {
    return CacheKey.ofQuery(Space.PRODUCTS_LIST, query, "products");
  }

  /** The read of the service, with its headers. */
  void read(HttpServerRequest request) {
    read(KEY, request);
  }

  /** The same of one list after another. */
  void reads(HttpServerRequest request) {
    read(KEYS.get(Math.floorMod(turn.getAndIncrement(), KEYS.size())), request);
  }

  private void read(CacheKey key, HttpServerRequest request) {
    String tag = request.getHeader("If-None-Match");
    Known known = tag == null ? null : tag::equals;
    cache.begin(
        key,
        known,
        begun -> {
          CachedBody hit = cache.found(begun);
          if (hit == null) {
            cache
                .get(begun, () -> Uni.createFrom().item(Loaded.of(body.getBytes())))
                .subscribe()
                .with(
                    found -> RawAnswer.end(request.response(), found),
                    failure -> fail(request, failure));
          } else {
            RawAnswer.end(request.response(), hit);
          }
        });
  }

  /** As many keys as the read takes, and no look at what they say. */
  void mget(HttpServerRequest request) {
    Request command = Request.cmd(Command.MGET).arg(PLAIN_KEY);
    command.arg("kucun:gen:products").arg("kucun:gen:products:list");
    BareRead.CHANNELS.forEach(channel -> command.arg("kucun:pos:" + channel));
    links
        .session()
        .orElseThrow()
        .send(command)
        .subscribe()
        .with(
            answer ->
                request
                    .response()
                    .end(answer.get(0) == null ? stored() : answer.get(0).getDelegate().toBuffer()),
            failure -> fail(request, failure));
  }

  private Buffer stored() {
    links
        .session()
        .orElseThrow()
        .send(Request.cmd(Command.SET).arg(PLAIN_KEY).arg(body.toString()))
        .subscribe()
        .with(done -> {
          // The next one finds it.
        });
    return body;
  }

  /** Without Redis. */
  void bytes(HttpServerRequest request) {
    request.response().end(body);
  }

  private static void fail(HttpServerRequest request, Throwable failure) {
    request.response().setStatusCode(500).end(String.valueOf(failure.getMessage()));
  }
}
