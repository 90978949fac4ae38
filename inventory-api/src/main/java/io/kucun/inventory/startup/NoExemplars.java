package io.kucun.inventory.startup;

import io.prometheus.client.exemplars.ExemplarSampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Metrics refer to no traces: looking for one at each count would cost every read. */
@Singleton
final class NoExemplars {
  @Produces
  @Singleton
  Optional<ExemplarSampler> none() {
    return Optional.empty();
  }
}
