package io.kucun.inventory.startup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** {@code /config.json}: what a browser must know before anybody has signed in. */
@Path("/config.json")
@Produces(MediaType.APPLICATION_JSON)
class WebConfig {
  private final Settings settings;

  /**
   * Where to sign in, where a token has its roles, where events come from; nothing of it is secret.
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Settings(
      String issuer, String roleClaim, @Nullable String clientId, @Nullable String gatewayUrl) {}

  WebConfig(
      @ConfigProperty(name = "OIDC_ISSUER") String issuer,
      @ConfigProperty(name = "OIDC_ROLE_CLAIM", defaultValue = "realm_access/roles")
          String roleClaim,
      @ConfigProperty(name = "WEB_OIDC_CLIENT_ID") Optional<String> clientId,
      @ConfigProperty(name = "WEB_GATEWAY_URL") Optional<String> gatewayUrl) {
    this.settings = new Settings(issuer, roleClaim, clientId.orElse(null), gatewayUrl.orElse(null));
  }

  @GET
  @PermitAll
  public Settings get() {
    return settings;
  }
}
