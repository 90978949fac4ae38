package io.kucun.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The config source")
class ConfigSourceTest {
  private static SmallRyeConfig config(
      String profile, Map<String, String> properties, int ordinal) {
    return new SmallRyeConfigBuilder()
        .withProfile(profile)
        .addDefaultInterceptors()
        .addDiscoveredSources()
        .withSources(new PropertiesConfigSource(properties, "test", ordinal))
        .build();
  }

  private static Optional<String> value(SmallRyeConfig config, String name) {
    return config.getOptionalValue(name, String.class);
  }

  @Test
  @DisplayName("supplies both servers in tests, and the same to whoever asks again")
  void inTests() {
    SmallRyeConfig config = config("test", Map.of(), 100);
    assertThat(value(config, "REDIS_URL")).contains(LocalServers.redisUrl());
    assertThat(value(config, "DATABASE_URL")).contains(LocalServers.databaseUrl());
    assertThat(value(config, "DATABASE_USER")).contains("kucun");
  }

  @Test
  @DisplayName("supplies nothing in production")
  void inProduction() {
    SmallRyeConfig config = config("prod", Map.of(), 100);
    assertThat(value(config, "REDIS_URL")).isEmpty();
    assertThat(value(config, "DATABASE_URL")).isEmpty();
  }

  @Test
  @DisplayName("supplies only Redis when told so, and nothing when told none")
  void chosen() {
    SmallRyeConfig redis = config("test", Map.of("kucun.local.servers", "redis"), 100);
    assertThat(value(redis, "REDIS_URL")).isPresent();
    assertThat(value(redis, "DATABASE_URL")).isEmpty();
    SmallRyeConfig none = config("test", Map.of("kucun.local.servers", "none"), 100);
    assertThat(value(none, "REDIS_URL")).isEmpty();
    assertThatThrownBy(() -> config("test", Map.of("kucun.local.servers", "both"), 100))
        .hasStackTraceContaining("none of all, redis, none");
  }

  @Test
  @DisplayName("yields to the environment")
  void yields() {
    SmallRyeConfig config = config("test", Map.of("REDIS_URL", "redis://given"), 300);
    assertThat(value(config, "REDIS_URL")).contains("redis://given");
  }

  @Test
  @DisplayName("knows the executables of each platform, and refuses others in one line")
  void platforms() {
    assertThat(Platform.of("Linux", "amd64")).isEqualTo(Platform.LINUX_AMD64);
    assertThat(Platform.of("Linux", "aarch64")).isEqualTo(Platform.LINUX_ARM64);
    assertThat(Platform.of("Mac OS X", "aarch64")).isEqualTo(Platform.MAC_ARM64);
    assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("Windows 11");
  }
}
