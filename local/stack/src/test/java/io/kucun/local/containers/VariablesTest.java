package io.kucun.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.documents.Yaml;
import io.kucun.local.manifests.Installation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The environment variables")
class VariablesTest {

  private static Set<String> composed(Variables of) {
    JsonNode environment =
        Yaml.file("docker/compose.yaml").at("/services/" + of.service() + "/environment");
    return environment.propertyStream().map(it -> it.getKey()).collect(Collectors.toSet());
  }

  private static Set<String> unknown(Set<String> given, Variables of) {
    Set<String> unknown = new TreeSet<>(given);
    unknown.removeAll(of.read());
    return unknown;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("of both READMEs are those that a service reads")
  void documented(Variables of) {
    assertThat(of.read()).hasSizeGreaterThan(15);
    assertThat(of.documented("README.md", "both")).isEqualTo(of.read());
    assertThat(of.documented("README.zh-CN.md", "两者")).isEqualTo(of.read());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("of the compose file are read, and none is missing")
  void compose(Variables of) {
    assertThat(unknown(composed(of), of)).isEmpty();
    assertThat(composed(of)).containsAll(of.required());
  }

  @ParameterizedTest
  @CsvSource({"API,dev", "API,prod", "GATEWAY,dev", "GATEWAY,prod"})
  @DisplayName("of Kubernetes are read, and none is missing")
  void kubernetes(Variables of, String overlay) {
    Set<String> given = Installation.variables("k8s/overlays/" + overlay, of.service());
    assertThat(unknown(given, of)).isEmpty();
    assertThat(given).containsAll(of.required());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("would be found if nobody read them")
  void planted(Variables of) {
    assertThat(unknown(Set.of("REDIS_URL", "REDIS_ULR"), of)).containsExactly("REDIS_ULR");
    assertThat(of.required()).contains("OIDC_ISSUER", "OIDC_AUDIENCE");
    assertThat(Variables.GATEWAY.read()).doesNotContain("DATABASE_URL");
  }
}
