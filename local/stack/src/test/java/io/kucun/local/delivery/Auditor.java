package io.kucun.local.delivery;

import io.kucun.local.delivery.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** Holds evidence against the promises of the event log. */
final class Auditor {
  private final List<Finding> findings = new ArrayList<>();

  private Auditor() {}

  /** Of a run in which parts may have failed. */
  static List<Finding> audit(Evidence evidence) {
    return audit(evidence, new Auditor());
  }

  /** Of a run in which Redis was there all the time, so that nothing had to be told again. */
  static List<Finding> auditWithRedis(Evidence evidence) {
    Auditor auditor = new Auditor();
    new PublicationAudit(evidence, auditor).once();
    return audit(evidence, auditor);
  }

  private static List<Finding> audit(Evidence evidence, Auditor auditor) {
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
