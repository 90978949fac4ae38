package io.kucun.inventory.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Configures the service to trust a key pair made for this JVM. The pair is kept in system
 * properties, because the test and the service live in different class loaders.
 */
public final class TestIssuer implements ConfigSource {
  private static final String PUBLIC = "kucun.test.public-key";
  private static final String PRIVATE = "kucun.test.private-key";
  private static final Map<String, String> NAMES =
      Map.of("quarkus.oidc.public-key", PUBLIC, "smallrye.jwt.sign.key", PRIVATE);

  static {
    synchronized (System.getProperties()) {
      if (System.getProperty(PUBLIC) == null) {
        KeyPair pair = pair();
        System.setProperty(PUBLIC, encode(pair.getPublic().getEncoded()));
        System.setProperty(PRIVATE, encode(pair.getPrivate().getEncoded()));
      }
    }
  }

  @Override
  public Set<String> getPropertyNames() {
    return NAMES.keySet();
  }

  @Override
  public String getValue(String name) {
    String property = NAMES.get(name);
    return property == null ? null : System.getProperty(property);
  }

  @Override
  public String getName() {
    return "test issuer";
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
