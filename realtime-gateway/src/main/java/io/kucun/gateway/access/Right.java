package io.kucun.gateway.access;

/** How much of a channel may be read. */
public enum Right {
  NONE,
  /** Only what belongs to the reader. */
  OWN,
  ALL
}
