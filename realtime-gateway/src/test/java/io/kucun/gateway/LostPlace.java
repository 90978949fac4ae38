package io.kucun.gateway;

import io.kucun.gateway.session.entry.Admission;
import io.kucun.gateway.session.entry.UpgradeCheck;
import io.kucun.gateway.session.limits.ConnectionLimits;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

/** Gives the place of the next client away between its handshake and its socket, when told to. */
@Singleton
@Priority(Integer.MIN_VALUE)
public final class LostPlace implements HttpUpgradeCheck {

  private final ConnectionLimits limits;
  private volatile boolean next;

  LostPlace(ConnectionLimits limits) {
    this.limits = limits;
  }

  void next() {
    next = true;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    if (next) {
      next = false;
      Admission admission = context.userData().get(UpgradeCheck.KEY);
      limits.release(admission.lease());
    }
    return CheckResult.permitUpgrade();
  }
}
