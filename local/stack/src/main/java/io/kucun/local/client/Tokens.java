package io.kucun.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The access tokens of one user of the local realm, by password grant; each is used until it has
 * less than a minute to live.
 */
public final class Tokens {
  private static final String CLIENT_ID = "kucun-cli";
  private static final Duration SPARE = Duration.ofSeconds(60);

  private final String issuer;
  private final String user;
  private String token = "";
  private Instant renewAt = Instant.MIN;

  /** Of a user whose password is its name. */
  public Tokens(String issuer, String user) {
    this.issuer = issuer;
    this.user = user;
  }

  /** The user. */
  public String user() {
    return user;
  }

  /** A token with at least a minute to live. */
  public synchronized String current() {
    return Instant.now().isBefore(renewAt) ? token : fresh();
  }

  /** A token just issued. */
  public synchronized String fresh() {
    try {
      Instant asked = Instant.now();
      HttpResponse<String> response = Http.send(passwordGrant());
      if (response.statusCode() != 200) {
        throw refusal(response);
      }
      JsonNode body = Json.parse(response.body());
      token = body.path("access_token").asText();
      Duration life = Duration.ofSeconds(body.path("expires_in").asLong());
      renewAt = asked.plus(life).minus(SPARE);
      return token;
    } catch (IOException e) {
      throw new ClientException(issuer + " does not answer: is Kucun up?", e);
    }
  }

  private ClientException refusal(HttpResponse<String> response) {
    if (response.body().contains("invalid_grant")) {
      return new ClientException(
          "No user '" + user + "' (whose password is its name) at " + issuer);
    }
    return new ClientException(
        issuer + " gave no token for '" + user + "': " + response.statusCode());
  }

  private HttpRequest passwordGrant() throws IOException {
    String form =
        form(
            Map.of(
                "grant_type", "password",
                "client_id", CLIENT_ID,
                "username", user,
                "password", user));
    return HttpRequest.newBuilder(tokenEndpoint())
        .timeout(Http.LIMIT)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private URI tokenEndpoint() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
            .timeout(Http.LIMIT)
            .build();
    HttpResponse<String> response = Http.send(request);
    if (response.statusCode() != 200) {
      throw new ClientException(issuer + " is no issuer: " + response.statusCode());
    }
    return URI.create(Json.parse(response.body()).path("token_endpoint").asText());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
