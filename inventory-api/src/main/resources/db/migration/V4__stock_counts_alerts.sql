-- Stock-takes. A line keeps what the system said when it was counted and the lot's last ledger row until then, so that a quantity which
-- moved afterwards, even there and back, is found when the count is submitted.
CREATE TABLE stock_count (
  id              uuid PRIMARY KEY,
  document_number text NOT NULL UNIQUE,
  name            text,
  status          text NOT NULL CHECK (status IN ('OPEN', 'SUBMITTED', 'CANCELLED')),
  product_ids     text,
  color_code      text CHECK (color_code <> ''),
  lines           integer NOT NULL DEFAULT 0,
  posted          integer NOT NULL DEFAULT 0,
  unchanged       integer NOT NULL DEFAULT 0,
  reported        integer NOT NULL DEFAULT 0,
  created_by      text NOT NULL,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  version         bigint NOT NULL
);
CREATE INDEX stock_count_newest ON stock_count (created_at DESC, id DESC);
CREATE INDEX stock_count_by_status ON stock_count (status, created_at DESC, id DESC);

CREATE TABLE stock_count_line (
  id               uuid PRIMARY KEY,
  count_id         uuid NOT NULL REFERENCES stock_count,
  line             integer NOT NULL,
  product_id       uuid NOT NULL REFERENCES product,
  color_code       text CHECK (color_code <> ''),
  production_date  date,
  system_quantity  bigint NOT NULL CHECK (system_quantity >= 0),
  ledger_seq       bigint NOT NULL,
  counted_quantity bigint NOT NULL CHECK (counted_quantity >= 0),
  counted_by       text NOT NULL,
  counted_at       timestamptz NOT NULL,
  outcome          text,
  CONSTRAINT stock_count_line_number UNIQUE (count_id, line),
  CONSTRAINT stock_count_line_lot UNIQUE NULLS NOT DISTINCT (count_id, product_id, color_code, production_date)
);

-- The filters of the ledger, each newest first.
CREATE INDEX stock_movement_by_document ON stock_movement (document_number, seq);
CREATE INDEX stock_movement_by_reference ON stock_movement (reference, seq) WHERE reference IS NOT NULL;
CREATE INDEX stock_movement_by_type ON stock_movement (type, seq);
CREATE INDEX stock_movement_by_actor ON stock_movement (actor, seq);
CREATE INDEX stock_movement_by_time ON stock_movement (occurred_at, seq);

-- The threshold stands beside the totals, so that the products to be alerted of are one small index: null while archived. It is written
-- only by whoever holds the lock of the totals.
ALTER TABLE product_stock ADD COLUMN threshold bigint;
UPDATE product_stock s SET threshold = p.low_stock_threshold FROM product p WHERE p.id = s.product_id AND p.archived_at IS NULL;
CREATE INDEX product_stock_alert ON product_stock ((total - reserved), product_id) WHERE total - reserved <= threshold;

CREATE FUNCTION product_stock_takes_threshold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.threshold := (SELECT p.low_stock_threshold FROM product p WHERE p.id = NEW.product_id AND p.archived_at IS NULL);
  RETURN NEW;
END $$;
CREATE TRIGGER product_stock_threshold BEFORE INSERT ON product_stock FOR EACH ROW EXECUTE FUNCTION product_stock_takes_threshold();

CREATE FUNCTION product_gives_threshold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE product_stock SET threshold = CASE WHEN NEW.archived_at IS NULL THEN NEW.low_stock_threshold END WHERE product_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER product_threshold AFTER UPDATE ON product FOR EACH ROW
  WHEN (OLD.low_stock_threshold <> NEW.low_stock_threshold OR OLD.archived_at IS DISTINCT FROM NEW.archived_at)
  EXECUTE FUNCTION product_gives_threshold();
