package io.kucun.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The two documents of an identity provider that a service reads, with the key of the tests. */
final class IdentityProvider implements AutoCloseable {

  private final HttpServer server;
  private final String url;

  IdentityProvider(int port) {
    url = "http://127.0.0.1:" + port;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      answer(
          "/.well-known/openid-configuration",
          "{\"issuer\":\"https://id.test/realms/kucun\",\"jwks_uri\":\"" + url + "/keys\"}");
      answer("/keys", keys());
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    server.start();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void answer(String path, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static String keys() throws IOException, GeneralSecurityException {
    try (InputStream pem = IdentityProvider.class.getResourceAsStream("/test-key.pem")) {
      if (pem == null) {
        throw new IOException("test-key.pem is missing");
      }
      String text = new String(pem.readAllBytes(), StandardCharsets.US_ASCII);
      byte[] der = Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]+-----", ""));
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey)
              KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
      return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}]}"
          .formatted(number(key.getModulus()), number(key.getPublicExponent()));
    }
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    byte[] unsigned = Arrays.copyOfRange(bytes, from, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
