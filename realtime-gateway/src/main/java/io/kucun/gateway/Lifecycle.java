package io.kucun.gateway;

import io.kucun.gateway.session.SessionLifecycle;
import io.kucun.gateway.session.entry.IdentityProviderLink;
import io.kucun.gateway.source.RedisSource;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts and stops what runs by itself, in order. */
@Singleton
final class Lifecycle {

  private final RedisSource source;
  private final IdentityProviderLink identityProvider;
  private final SessionLifecycle sessions;

  Lifecycle(RedisSource source, IdentityProviderLink identityProvider, SessionLifecycle sessions) {
    this.source = source;
    this.identityProvider = identityProvider;
    this.sessions = sessions;
  }

  void start(@Observes StartupEvent event) {
    source.start();
    identityProvider.start();
    sessions.start();
  }

  /** Comes before the servers are closed, unlike the shutdown event. */
  void drain(@Observes ShutdownDelayInitiatedEvent event) {
    sessions.drain();
  }

  void stop(@Observes ShutdownEvent event) {
    identityProvider.stop();
    source.stop();
  }
}
