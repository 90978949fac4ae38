package io.kucun.inventory.proof;

/** What must hold for the stock of some products ({@code $1}), as a query that names each fault. */
enum Rule {
  LEDGER(
      """
      SELECT 'lot ' || l.id || ' has ' || l.quantity || '/' || l.reserved || ', its ledger '
        || coalesce(sum(m.delta), 0) || '/' || coalesce(sum(m.reserved_delta), 0)
      FROM stock_lot l LEFT JOIN stock_movement m ON m.lot_id = l.id
      WHERE l.product_id = ANY($1::uuid[]) GROUP BY l.id
      HAVING l.quantity <> coalesce(sum(m.delta), 0)
        OR l.reserved <> coalesce(sum(m.reserved_delta), 0)
      """),
  BALANCES(
      """
      SELECT 'ledger row ' || seq || ' does not follow the one before it' FROM (
        SELECT seq, delta, reserved_delta, balance_after, reserved_after,
          lag(balance_after, 1, 0) OVER before AS balance,
          lag(reserved_after, 1, 0) OVER before AS reserved
        FROM stock_movement WHERE product_id = ANY($1::uuid[])
        WINDOW before AS (PARTITION BY lot_id ORDER BY seq)) m
      WHERE balance_after <> balance + delta OR reserved_after <> reserved + reserved_delta
      """),
  RESERVED(
      """
      SELECT 'lot ' || l.id || ' has ' || l.reserved || ' reserved, open orders took '
        || coalesce(sum(a.quantity), 0)
      FROM stock_lot l LEFT JOIN (sales_order_allocation a
        JOIN sales_order o ON o.id = a.order_id AND o.status = 'CONFIRMED') ON a.lot_id = l.id
      WHERE l.product_id = ANY($1::uuid[]) GROUP BY l.id
      HAVING l.reserved <> coalesce(sum(a.quantity), 0)
      """),
  TOTALS(
      """
      SELECT 'product ' || p.product_id || ' has ' || p.total || '/' || p.reserved
        || ', its lots ' || coalesce(sum(l.quantity), 0) || '/' || coalesce(sum(l.reserved), 0)
      FROM product_stock p LEFT JOIN stock_lot l ON l.product_id = p.product_id
      WHERE p.product_id = ANY($1::uuid[]) GROUP BY p.product_id
      HAVING p.total <> coalesce(sum(l.quantity), 0)
        OR p.reserved <> coalesce(sum(l.reserved), 0)
      """),
  TAKEN(
      """
      SELECT 'line ' || i.line || ' of ' || o.order_number || ' wants ' || i.quantity
        || ' and took ' || coalesce(sum(a.quantity), 0)
      FROM sales_order o JOIN sales_order_item i ON i.order_id = o.id
      LEFT JOIN (sales_order_allocation a JOIN stock_lot l ON l.id = a.lot_id)
        ON a.order_id = o.id AND a.line = i.line
      WHERE i.product_id = ANY($1::uuid[])
        AND (o.status IN ('CONFIRMED', 'SHIPPED', 'COMPLETED') OR a.id IS NOT NULL)
      GROUP BY o.id, i.id
      HAVING coalesce(sum(a.quantity), 0) <> i.quantity
        OR bool_or(l.product_id <> i.product_id OR l.id <> coalesce(i.lot_id, l.id)
          OR coalesce(i.color_code, l.color_code, '') <> coalesce(l.color_code, '')
          OR l.production_date IS DISTINCT FROM coalesce(i.production_date, l.production_date))
        OR (NOT i.allow_mixed_colors AND count(DISTINCT coalesce(l.color_code, '')) > 1)
      """),
  ORDERS(
      """
      SELECT o.order_number || ' is ' || o.status || ', but moved ' || coalesce(sum(m.delta), 0)
        || '/' || coalesce(sum(m.reserved_delta), 0)
      FROM sales_order o
      JOIN LATERAL (SELECT i.order_id, sum(i.quantity) AS wanted FROM sales_order_item i
        WHERE i.order_id = o.id AND i.product_id = ANY($1::uuid[]) GROUP BY i.order_id) i ON true
      LEFT JOIN stock_movement m
        ON m.document_number = o.order_number AND m.product_id = ANY($1::uuid[])
      GROUP BY o.id, wanted
      HAVING (coalesce(sum(m.delta), 0), coalesce(sum(m.reserved_delta), 0)) <> (
        CASE WHEN o.status IN ('SHIPPED', 'COMPLETED') THEN -wanted ELSE 0 END,
        CASE WHEN o.status = 'CONFIRMED' THEN wanted ELSE 0 END)
      """),
  EVENTS(
      """
      WITH told AS (SELECT data::jsonb AS d FROM event
        WHERE channel = 'inventory' AND key = ANY($1::uuid[]::text[]) AND data::jsonb ? 'movementId')
      SELECT 'ledger row ' || coalesce(m.seq::text, 'none') || ' has ' || count(told.d)
        || ' events of its own kind'
      FROM (SELECT * FROM stock_movement WHERE product_id = ANY($1::uuid[])) m
      FULL JOIN told ON d->>'movementId' = m.id::text
        AND (d->>'delta', d->>'reservedDelta', d->'after'->>'quantity', d->'after'->>'reserved')
          = (m.delta::text, m.reserved_delta::text, m.balance_after::text, m.reserved_after::text)
        AND d->>'type' = lower(m.type) AND d->>'id' = m.lot_id::text
        AND d->>'documentNumber' = m.document_number
      GROUP BY m.id, m.seq HAVING m.id IS NULL OR count(told.d) <> 1
      """),
  EVENT_CHAIN(
      """
      SELECT 'event ' || id || ' does not follow the one before it' FROM (
        SELECT e.id, d, lag(d->'after', 1, '{"quantity": 0, "reserved": 0}') OVER before AS level,
          lag((d->>'version')::bigint, 1, 0::bigint) OVER before AS version
        FROM event e, LATERAL (SELECT e.data::jsonb AS d) parsed
        WHERE e.channel = 'inventory' AND e.key = ANY($1::uuid[]::text[]) AND d ? 'movementId'
        WINDOW before AS (PARTITION BY d->>'id' ORDER BY e.id)) e
      WHERE d->'before' <> level OR (d->>'version')::bigint <> version + 1
      """);

  private final String faults;

  Rule(String faults) {
    this.faults = faults;
  }

  /** Selects one text a fault, at most ten. */
  String sql() {
    return faults + " LIMIT 10";
  }
}
