package io.kucun.local.servers;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Adds {@link LocalServersConfigSource} in the profiles {@code test} and {@code dev}.
 *
 * <p>The property {@code kucun.local.servers} says which servers: {@code all} (the default), {@code
 * redis} or {@code none}.
 */
public final class LocalServersConfigSourceFactory implements ConfigSourceFactory {
  /** The property that says which servers to start. */
  static final String WHICH = "kucun.local.servers";

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    List<String> profiles = context.getProfiles();
    if (!profiles.contains("test") && !profiles.contains("dev")) {
      return List.of();
    }
    return List.of(new LocalServersConfigSource(which(context)));
  }

  private static String which(ConfigSourceContext context) {
    ConfigValue value = context.getValue(WHICH);
    String which = value == null ? null : value.getValue();
    return which == null ? "all" : which;
  }
}
