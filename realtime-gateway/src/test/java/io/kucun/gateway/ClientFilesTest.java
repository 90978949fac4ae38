package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("The browser client")
class ClientFilesTest extends GatewayTest {

  private static final String SHOP = "https://shop.test";
  private static final String FOREIGN = "https://evil.test";
  private static final String MODULE = "/client/kucun-realtime.js";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "kucun-realtime.js,text/javascript; charset=utf-8,//# sourceMappingURL=kucun-realtime.js.map",
    "kucun-realtime.js.map,application/json,\"sourcesContent\"",
    "kucun-realtime.d.ts,application/typescript; charset=utf-8,export declare function connect("
  })
  @DisplayName("is there with its types and its source map, for anybody")
  void files(String file, String mediaType, String content) throws Exception {
    HttpResponse<byte[]> answer = get("/client/" + file);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo(mediaType);
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Encoding")).isEmpty();
    assertThat(text(answer.body())).contains(content);
  }

  @Test
  @DisplayName("goes over the wire in at most 6 kB")
  void compressed() throws Exception {
    HttpResponse<byte[]> answer = get(MODULE, "Accept-Encoding", "br, gzip;q=0.8");
    assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(answer, "Vary")).isEqualTo("Origin, Accept-Encoding");
    assertThat(answer.body()).hasSizeLessThanOrEqualTo(6_000);
    assertThat(unzip(answer.body())).isEqualTo(get(MODULE).body());
  }

  private static byte[] unzip(byte[] bytes) throws IOException {
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return stream.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip;q=0", "gzip; q=0.000", "x-gzip", "*"})
  @DisplayName("is not compressed for who does not ask for it")
  void plain(String encodings) throws Exception {
    assertThat(header(get(MODULE, "Accept-Encoding", encodings), "Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  @DisplayName("is not sent again to who has it")
  void unchanged(String encoding) throws Exception {
    HttpResponse<byte[]> first = get(MODULE, "Accept-Encoding", encoding);
    String etag = header(first, "ETag");
    assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=300");
    for (String condition : new String[] {etag, "\"x\", W/" + etag, "*"}) {
      HttpResponse<byte[]> again =
          get(MODULE, "Accept-Encoding", encoding, "If-None-Match", condition);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(header(again, "ETag")).isEqualTo(etag);
      assertThat(again.body()).isEmpty();
    }
    String other = encoding.equals("gzip") ? "identity" : "gzip";
    for (String[] condition : new String[][] {{encoding, "\"x\""}, {other, etag}}) {
      HttpResponse<byte[]> again =
          get(MODULE, "Accept-Encoding", condition[0], "If-None-Match", condition[1]);
      assertThat(again.statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("is for allowed pages, and no others")
  void origins() throws Exception {
    HttpResponse<byte[]> allowed = get(MODULE, "Origin", SHOP);
    assertThat(header(allowed, "Access-Control-Allow-Origin")).isEqualTo(SHOP);
    assertThat(header(allowed, "Vary")).contains("Origin");
    HttpResponse<byte[]> foreign = get(MODULE, "Origin", FOREIGN);
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(text(foreign.body())).contains("\"code\":\"origin_forbidden\"");
    assertThat(header(foreign, "Access-Control-Allow-Origin")).isEmpty();
    assertThat(header(foreign, "Vary")).contains("Origin");
  }

  @Test
  @DisplayName("can be asked for without its content")
  void head() {
    RawRequest.Answer head =
        RawRequest.to(base, "HEAD " + MODULE).with("Connection", "close").send();
    assertThat(head.status()).isEqualTo(200);
    assertThat(Integer.parseInt(head.header("Content-Length"))).isGreaterThan(6_000);
    assertThat(head.header("Content-Type")).startsWith("text/javascript");
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
  @DisplayName("is only to be read")
  void methods(String method) {
    RawRequest.Answer answer =
        RawRequest.to(base, method + " " + MODULE).with("Content-Length", "0").send();
    Refused.with(answer, 405, "method_not_allowed");
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/client",
        "/client/",
        "/client/react.js",
        "/client/kucun-realtime.js/",
        "/client/..%2Fapplication.properties",
        "/client/%2e%2e/application.properties",
        "/kucun-client/kucun-realtime.js"
      })
  @DisplayName("is all that is there")
  void nothingElse(String path) {
    Refused.with(RawRequest.to(base, "GET " + path).send(), 404, "not_found");
  }
}
