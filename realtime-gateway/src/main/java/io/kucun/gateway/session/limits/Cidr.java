package io.kucun.gateway.session.limits;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A range of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
record Cidr(byte[] network, int bits) {

  static Cidr parse(String text) {
    int slash = text.indexOf('/');
    InetAddress network = address(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      throw new IllegalArgumentException("'" + text + "' is not an address range");
    }
    int all = network.getAddress().length * 8;
    int bits = slash < 0 ? all : bits(text, text.substring(slash + 1));
    if (bits < 0 || bits > all) {
      throw new IllegalArgumentException("'" + text + "' has a prefix length outside 0.." + all);
    }
    return new Cidr(network.getAddress(), bits);
  }

  private static int bits(String text, String number) {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' has no number after the slash", e);
    }
  }

  /** The address that a literal stands for; null if it is none. Never asks a name server. */
  static @Nullable InetAddress address(String literal) {
    try {
      InetAddress address = InetAddress.ofLiteral(literal);
      // 10 would be 0.0.0.10, and 10.1 be 10.0.0.1.
      boolean isWhole = literal.contains(":") || address.getHostAddress().equals(literal);
      return isWhole ? address : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit & 7);
      if (((bytes[bit >> 3] ^ network[bit >> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
