package io.kucun.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trusts the certificate of the tests, for localhost. */
final class TestTls {

  static final SSLContext CONTEXT = context();

  private TestTls() {}

  static boolean is(URI uri) {
    return "https".equals(uri.getScheme());
  }

  private static SSLContext context() {
    try (InputStream in = TestTls.class.getResourceAsStream("/test-tls.p12")) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, "testing".toCharArray());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
