package io.kucun.local.delivery;

import io.kucun.local.delivery.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** Holds evidence against the promises of the event log. */
final class Auditor {
  private final List<Finding> findings = new ArrayList<>();

  private Auditor() {}

  static List<Finding> audit(Evidence evidence) {
    Auditor auditor = new Auditor();
    BooksAudit books = new BooksAudit(evidence.books(), auditor);
    books.numbering();
    books.ledger();
    books.changes();
    books.promises(evidence.promises());
    PublicationAudit published = new PublicationAudit(evidence, auditor);
    published.content();
    published.order();
    published.log();
    published.lost();
    published.versionsAndState();
    return auditor.findings;
  }

  void find(Kind kind, String what) {
    findings.add(new Finding(kind, what));
  }
}
