package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Checks that everything known of some products' stock agrees with everything else. */
final class LedgerAudit {
  private final SqlClient database;
  private final UUID[] products;

  LedgerAudit(SqlClient database, Collection<String> products) {
    this.database = database;
    this.products = products.stream().map(UUID::fromString).toArray(UUID[]::new);
  }

  /** Each fault, after the name of the rule that it breaks. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      database
          .preparedQuery(rule.sql())
          .executeAndAwait(Tuple.of((Object) products))
          .forEach(row -> faults.add(rule + ": " + row.getString(0)));
    }
    Crossings.faults(database, products).forEach(fault -> faults.add("CROSSINGS: " + fault));
    return faults;
  }

  void isClean() {
    assertThat(faults()).as("faults of the stock").isEmpty();
  }

  long crossings() {
    return Crossings.count(database, products);
  }
}
