package io.kucun.local.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.kucun.local.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A small OIDC issuer: tells its key and signs tokens. Starts in no time, where a real one takes
 * twenty seconds and half a core; that real tokens are understood is tested elsewhere.
 */
public final class Issuer implements AutoCloseable {
  /** What its tokens are for. */
  public static final String AUDIENCE = "kucun";

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Duration LIFE = Duration.ofHours(2);

  private final KeyPair keys;
  private final HttpServer server;

  /** Runs until it is closed. */
  public Issuer() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tell("/.well-known/openid-configuration", configuration());
    tell("/keys", keySet());
    server.start();
  }

  /** Its address, and the {@code iss} of its tokens. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A token of somebody with that role. */
  public String token(String role) {
    return token(role, UUID.randomUUID().toString());
  }

  /** A token of that user, with that role. */
  public String token(String role, String subject) {
    Instant now = Instant.now();
    ObjectNode claims =
        Json.object()
            .put("iss", url())
            .put("aud", AUDIENCE)
            .put("sub", subject)
            .put("preferred_username", role)
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(LIFE).getEpochSecond());
    claims.putObject("realm_access").putArray("roles").add(role);
    ObjectNode head = Json.object().put("alg", "RS256").put("typ", "JWT").put("kid", "key");
    String signed = encoded(head) + "." + encoded(claims);
    return signed + "." + BASE64.encodeToString(signature(signed));
  }

  private byte[] signature(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode configuration() {
    ObjectNode configuration =
        Json.object()
            .put("issuer", url())
            .put("jwks_uri", url() + "/keys")
            .put("authorization_endpoint", url() + "/none")
            .put("token_endpoint", url() + "/none");
    configuration.putArray("id_token_signing_alg_values_supported").add("RS256");
    return configuration;
  }

  private ObjectNode keySet() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    ObjectNode set = Json.object();
    set.putArray("keys")
        .addObject()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", "key")
        .put("n", BASE64.encodeToString(key.getModulus().toByteArray()))
        .put("e", BASE64.encodeToString(key.getPublicExponent().toByteArray()));
    return set;
  }

  private void tell(String path, ObjectNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static String encoded(ObjectNode json) {
    return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
