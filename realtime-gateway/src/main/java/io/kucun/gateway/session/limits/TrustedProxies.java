package io.kucun.gateway.session.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which client stands behind a connection: its peer, or, where the peer is one of our proxies, the
 * right-most address in {@code X-Forwarded-For} that is none of ours. What stands left of that
 * could have been written by the client.
 */
public final class TrustedProxies {

  private static final Pattern FIRST_HALF = Pattern.compile("^((?:\\w+:){3}\\w+):.*");

  private final List<Cidr> ranges;

  private TrustedProxies(List<Cidr> ranges) {
    this.ranges = ranges;
  }

  /**
   * Takes address ranges, or single addresses.
   *
   * @throws IllegalArgumentException with a message that names the range that is wrong
   */
  public static TrustedProxies parse(List<String> ranges) {
    return new TrustedProxies(ranges.stream().map(String::strip).map(Cidr::parse).toList());
  }

  /**
   * The address that a client is counted by; in IPv6 the network, of 64 bits.
   *
   * @param forwardedFor the values of the header, in the order in which they came
   */
  public String client(String peer, List<String> forwardedFor) {
    InetAddress nearest = Cidr.address(peer);
    if (nearest == null) {
      return peer;
    }
    if (!isTrusted(nearest)) {
      return counted(nearest);
    }
    List<String> hops = hops(forwardedFor);
    InetAddress client = nearest;
    for (int i = hops.size() - 1; i >= 0; i--) {
      InetAddress hop = Cidr.address(withoutPort(hops.get(i)));
      if (hop == null) {
        break;
      }
      client = hop;
      if (!isTrusted(hop)) {
        break;
      }
    }
    return counted(client);
  }

  /** In IPv6 a host may use every address of its network. */
  private static String counted(InetAddress address) {
    String text = address.getHostAddress();
    return address instanceof Inet6Address
        ? FIRST_HALF.matcher(text).replaceFirst("$1::/64")
        : text;
  }

  private boolean isTrusted(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<String> hops(List<String> forwardedFor) {
    List<String> hops = new ArrayList<>();
    for (String value : forwardedFor) {
      for (String hop : value.split(",", -1)) {
        hops.add(hop.strip());
      }
    }
    return hops;
  }

  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    boolean single = colon >= 0 && colon == hop.lastIndexOf(':');
    return single ? hop.substring(0, colon) : hop;
  }
}
