package io.kucun.gateway.session;

import java.util.Set;

/** Brings channels up to where Redis is, for clients that have seen more than is known here. */
public interface Pursuit {

  /**
   * To be called on the hub's thread, as {@code done} is: in any case, after some seconds at most,
   * whether or not the channels could be brought forward.
   */
  void pursue(Set<String> channels, Runnable done);
}
