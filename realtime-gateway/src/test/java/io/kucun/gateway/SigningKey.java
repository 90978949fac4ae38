package io.kucun.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A key that an identity provider signs with; without an id if that is empty. */
record SigningKey(String id, PrivateKey secret, BigInteger modulus, BigInteger exponent) {

  /** The one of all tokens that say nothing else. */
  static SigningKey ofTests() {
    try (InputStream pem = SigningKey.class.getResourceAsStream("/test-key.pem")) {
      if (pem == null) {
        throw new IOException("test-key.pem is missing");
      }
      String text = new String(pem.readAllBytes(), StandardCharsets.US_ASCII);
      byte[] der = Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]+-----", ""));
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey)
              KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
      return new SigningKey("", key, key.getModulus(), key.getPublicExponent());
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static SigningKey generate(String id) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      RSAPublicKey open = (RSAPublicKey) pair.getPublic();
      return new SigningKey(id, pair.getPrivate(), open.getModulus(), open.getPublicExponent());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The same key under another id. */
  SigningKey as(String other) {
    return new SigningKey(other, secret, modulus, exponent);
  }

  /** Its open part, as an identity provider publishes it. */
  String toJson() {
    return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",%s\"n\":\"%s\",\"e\":\"%s\"}"
        .formatted(
            id.isEmpty() ? "" : "\"kid\":\"" + id + "\",", number(modulus), number(exponent));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    byte[] unsigned = Arrays.copyOfRange(bytes, from, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }
}
