package io.kucun.gateway.session.limits;

/** Which limit on connections is reached. */
public enum Limit {
  NODE,
  USER,
  ADDRESS
}
