package io.kucun.inventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The headers of a page")
class PageHeadersTest {
  private static String policy(String issuer, Optional<String> gatewayUrl) {
    return PageHeaders.of(issuer, gatewayUrl).getOrDefault("Content-Security-Policy", "none");
  }

  @Test
  @DisplayName("allow the origins of the issuer and the gateway, and nothing of their paths")
  void origins() {
    String policy = policy("https://sso.example:8443/realms/kucun", Optional.of("http://ws/x"));
    assertThat(policy)
        .contains("connect-src 'self' https://sso.example:8443 http://ws ws://ws; ")
        .doesNotContain("realms");
  }

  @Test
  @DisplayName("allow the issuer alone where no gateway is named")
  void noGateway() {
    assertThat(policy("https://sso.example", Optional.empty()))
        .contains("connect-src 'self' https://sso.example; ");
  }

  @Test
  @DisplayName("allow no code in the page, none from elsewhere and none made of text")
  void strict() {
    assertThat(policy("https://sso.example", Optional.empty()))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
        .doesNotContain("unsafe", "*", "data:");
  }
}
