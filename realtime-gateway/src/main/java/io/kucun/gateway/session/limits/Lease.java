package io.kucun.gateway.session.limits;

/**
 * One counted connection of a user from an address. Its state belongs to {@link ConnectionLimits}.
 */
public final class Lease {

  enum State {
    NEW,
    PENDING,
    OPEN,
    RELEASED
  }

  final String user;
  final String address;
  State state = State.NEW;
  long pendingSince;

  public Lease(String user, String address) {
    this.user = user;
    this.address = address;
  }
}
