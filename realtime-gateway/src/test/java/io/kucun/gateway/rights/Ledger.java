package io.kucun.gateway.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one client may be sent now, and what it was sent all the same. */
public final class Ledger {

  private static final Set<String> EVERYBODY = Set.of("admin", "warehouse", "sales", "viewer");
  private static final Set<String> ALL_ORDERS = Set.of("admin", "warehouse");

  private final String subject;
  private final Set<String> subscribed = new HashSet<>();
  private final List<String> violations = new ArrayList<>();
  private Set<String> roles;

  private Ledger(String subject, Set<String> roles) {
    this.subject = subject;
    this.roles = roles;
  }

  /** What came without a grant. */
  public static List<String> check(String subject, Set<String> firstRoles, List<Step> steps) {
    Ledger ledger = new Ledger(subject, firstRoles);
    steps.forEach(ledger::take);
    return ledger.violations;
  }

  private void take(Step step) {
    switch (step) {
      case Step.Renewed renewed -> roles = renewed.roles();
      case Step.Subscribed s -> {
        if (!roles.stream().anyMatch(role -> mayHear(role, s.name().split(":", 2)[0]))) {
          violations.add(subject + " as " + roles + " was let into " + s.name());
        }
        subscribed.add(s.name());
      }
      case Step.Unsubscribed u -> subscribed.remove(u.name());
      case Step.Event event -> {
        if (!listensTo(event) || !mayRead(event)) {
          violations.add(subject + " as " + roles + ", in " + subscribed + ", got " + event);
        }
      }
    }
  }

  private boolean listensTo(Step.Event event) {
    return subscribed.contains(event.channel())
        || subscribed.contains(event.channel() + ':' + event.key());
  }

  private static boolean mayHear(String role, String channel) {
    return channel.equals("orders")
        ? ALL_ORDERS.contains(role) || role.equals("sales")
        : EVERYBODY.contains(role);
  }

  private boolean mayRead(Step.Event event) {
    if (!event.channel().equals("orders")) {
      return roles.stream().anyMatch(EVERYBODY::contains);
    }
    return roles.stream().anyMatch(ALL_ORDERS::contains)
        || (roles.contains("sales") && subject.equals(event.owner()));
  }
}
