package io.kucun.inventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("The dashboard")
class PagesTest {
  private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
  private static final int MOST_BYTES = 250_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private HttpResponse<byte[]> ask(String method, String path, String... headers) throws Exception {
    URI target = URI.create("http://localhost:" + RestAssured.port + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return ask("GET", path, headers);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private List<String> named() throws Exception {
    String page = text(get("/").body());
    return NAMED.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
  }

  @Test
  @DisplayName("is a page for anybody, which is asked for again each time")
  void page() throws Exception {
    HttpResponse<byte[]> page = get("/?code=from-the-issuer&state=x");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(text(page.body())).contains("<title>Kucun</title>");
  }

  @Test
  @DisplayName(
      "may run and reach nothing but itself, the issuer and the gateway, and nobody may frame it")
  void policy() throws Exception {
    HttpResponse<byte[]> page = get("/");
    assertThat(header(page, "Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " connect-src 'self' https://issuer.test https://realtime.test:8443"
                + " wss://realtime.test:8443; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'; require-trusted-types-for 'script';"
                + " trusted-types 'none'");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(page, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(header(page, "Permissions-Policy")).contains("camera=()", "geolocation=()");
  }

  @Test
  @DisplayName(
      "has all that it names, named for its content and kept for good, in 250 kB over the wire")
  void assets() throws Exception {
    List<String> named = named();
    assertThat(named).hasSize(4);
    int bytes = get("/", "Accept-Encoding", "gzip").body().length;
    for (String path : named) {
      HttpResponse<byte[]> asset = get(path, "Accept-Encoding", "gzip");
      assertThat(asset.statusCode()).as(path).isEqualTo(200);
      assertThat(header(asset, "Content-Type"))
          .isEqualTo(
              path.endsWith(".js")
                  ? "text/javascript; charset=utf-8"
                  : path.endsWith(".css") ? "text/css; charset=utf-8" : "image/svg+xml");
      assertThat(header(asset, "Cache-Control"))
          .isEqualTo(
              path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
      bytes += asset.body().length;
    }
    assertThat(bytes).isBetween(MOST_BYTES / 10, MOST_BYTES);
  }

  @Test
  @DisplayName("goes over the wire compressed to who takes that, and plain to all others")
  void compressed() throws Exception {
    String script =
        named().stream().filter(path -> path.contains("/app-")).findFirst().orElseThrow();
    HttpResponse<byte[]> zipped = get(script, "Accept-Encoding", "br, gzip;q=0.8");
    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(zipped, "Vary")).contains("Accept-Encoding");
    for (String encodings : List.of("br", "gzip;q=0", "x-gzip")) {
      HttpResponse<byte[]> plain = get(script, "Accept-Encoding", encodings);
      assertThat(header(plain, "Content-Encoding")).isEmpty();
      assertThat(plain.body()).isEqualTo(unzip(zipped.body()));
    }
  }

  private static byte[] unzip(byte[] bytes) throws IOException {
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return stream.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  @DisplayName("is not sent again to who has it, and its headers are")
  void unchanged(String encoding) throws Exception {
    String etag = header(get("/", "Accept-Encoding", encoding), "ETag");
    for (String condition : new String[] {etag, "\"x\", W/" + etag, "*"}) {
      HttpResponse<byte[]> again =
          get("/", "Accept-Encoding", encoding, "If-None-Match", condition);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(etag);
      assertThat(header(again, "Content-Security-Policy")).startsWith("default-src 'none'");
    }
    String other = encoding.equals("gzip") ? "identity" : "gzip";
    assertThat(get("/", "Accept-Encoding", other, "If-None-Match", etag).statusCode())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("can be asked for without its content")
  void head() throws Exception {
    HttpResponse<byte[]> head = ask("HEAD", "/");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length")).isEqualTo("" + get("/").body().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  @DisplayName("is only to be read")
  void methods(String method) throws Exception {
    HttpResponse<byte[]> refused = ask(method, "/");
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(header(refused, "Allow")).isEqualTo("GET, HEAD");
    assertThat(text(refused.body())).contains("\"code\":\"method_not_allowed\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.html",
        "/index.html.gz",
        "/files.tsv",
        "/assets",
        "/assets/",
        "/assets/app.js",
        "/favicon.svg/",
        "/dashboard/index.html",
        "/assets/..%2f..%2fapplication.properties",
        "/products/1"
      })
  @DisplayName("is all that is there: anything else is a problem, not a page")
  void nothingElse(String path) throws Exception {
    HttpResponse<byte[]> missing = get(path);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  @DisplayName("leaves the API and its description as they are")
  void others() {
    assertThat(As.viewer().get("/api/v1/products").statusCode()).isEqualTo(200);
    assertThat(As.anonymous().get("/config.json").jsonPath().getString("roleClaim"))
        .isEqualTo("realm_access/roles");
    assertThat(As.viewer().get("/api/v1/nowhere").contentType())
        .startsWith("application/problem+json");
  }
}
