package io.kucun.gateway.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.rights.Step.Event;
import io.kucun.gateway.rights.Step.Renewed;
import io.kucun.gateway.rights.Step.Subscribed;
import io.kucun.gateway.rights.Step.Unsubscribed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ledger of rights")
class LedgerTest {

  private static final Step OWN = new Event("orders", "k", "ann", 1);
  private static final Step FOREIGN = new Event("orders", "k", "bob", 2);
  private static final Step PRODUCT = new Event("products", "p", null, 3);

  private static void good(String role, Step... steps) {
    assertThat(Ledger.check("ann", Set.of(role), List.of(steps))).isEmpty();
  }

  private static void bad(String role, Step... steps) {
    assertThat(Ledger.check("ann", Set.of(role), List.of(steps))).hasSize(1);
  }

  @Test
  @DisplayName("lets pass what a grant covers when it comes")
  void good() {
    good("sales", new Subscribed("orders"), OWN);
    good("sales", new Subscribed("orders:k"), OWN);
    good("warehouse", new Subscribed("orders"), OWN, FOREIGN);
    good("viewer", new Subscribed("products:p"), PRODUCT, new Unsubscribed("products:p"));
    good("sales", new Subscribed("orders"), new Renewed(Set.of("sales", "admin")), FOREIGN);
    good(
        "admin",
        new Subscribed("orders"),
        new Subscribed("orders:k"),
        new Unsubscribed("orders"),
        FOREIGN);
  }

  @Test
  @DisplayName("finds somebody else's order, whole channel or entity, also after a role is lost")
  void foreign() {
    bad("sales", new Subscribed("orders"), FOREIGN);
    bad("sales", new Subscribed("orders:k"), FOREIGN);
    bad("admin", new Subscribed("orders"), FOREIGN, new Renewed(Set.of("sales")), FOREIGN);
    bad("sales", new Subscribed("orders"), FOREIGN, new Renewed(Set.of("admin")));
  }

  @Test
  @DisplayName("finds what comes before, after or beside the subscriptions")
  void unsubscribed() {
    bad("admin", PRODUCT, new Subscribed("products"));
    bad("admin", new Subscribed("products"), new Unsubscribed("products"), PRODUCT);
    bad("admin", new Subscribed("products:q"), PRODUCT);
    bad("admin", new Subscribed("orders"), PRODUCT);
    bad("viewer", new Subscribed("products"), new Renewed(Set.of("guest")), PRODUCT);
  }

  @Test
  @DisplayName("finds who is let in without a grant")
  void letIn() {
    bad("viewer", new Subscribed("orders"));
    bad("viewer", new Subscribed("orders:k"));
    bad("guest", new Subscribed("products"));
  }
}
