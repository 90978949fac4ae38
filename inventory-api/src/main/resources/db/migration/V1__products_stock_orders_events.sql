-- Products. A code is unique ignoring case and stays taken after archiving.
CREATE TABLE product (
  id                  uuid PRIMARY KEY,
  code                text NOT NULL,
  code_key            text NOT NULL,
  name                text NOT NULL,
  name_key            text NOT NULL,
  specification       text,
  specifications      text NOT NULL DEFAULT '{}',
  unit                text NOT NULL CHECK (unit IN ('PIECE', 'SHEET', 'STRIP')),
  pieces_per_unit     integer NOT NULL CHECK (pieces_per_unit > 0),
  weight              numeric(14, 4) CHECK (weight >= 0),
  status              text NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE')),
  low_stock_threshold bigint NOT NULL CHECK (low_stock_threshold >= 0),
  version             bigint NOT NULL,
  created_at          timestamptz NOT NULL,
  updated_at          timestamptz NOT NULL,
  archived_at         timestamptz,
  CONSTRAINT product_code_key UNIQUE (code_key)
);

-- One row a product, locked before any of its lots: total and reserved over all lots.
CREATE TABLE product_stock (
  product_id uuid PRIMARY KEY REFERENCES product,
  total      bigint NOT NULL DEFAULT 0,
  reserved   bigint NOT NULL DEFAULT 0,
  CONSTRAINT product_stock_bounds CHECK (reserved >= 0 AND total >= reserved)
);

-- A lot is (product, colour, production date); an absent colour or date counts as a value of its own.
CREATE TABLE stock_lot (
  id              uuid PRIMARY KEY,
  product_id      uuid NOT NULL REFERENCES product,
  color_code      text CHECK (color_code <> ''),
  production_date date,
  quantity        bigint NOT NULL DEFAULT 0,
  reserved        bigint NOT NULL DEFAULT 0,
  version         bigint NOT NULL DEFAULT 0,
  CONSTRAINT stock_lot_bounds CHECK (reserved >= 0 AND quantity >= reserved),
  CONSTRAINT stock_lot_natural_key UNIQUE NULLS NOT DISTINCT (product_id, color_code, production_date)
);

CREATE SEQUENCE stock_document_number;

-- The ledger: append-only. The sum of the deltas of a lot is the lot. seq is given under the lot's lock: the order of changes.
CREATE TABLE stock_movement (
  id              uuid PRIMARY KEY,
  seq             bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  document_number text NOT NULL,
  lot_id          uuid NOT NULL REFERENCES stock_lot,
  product_id      uuid NOT NULL REFERENCES product,
  type            text NOT NULL,
  inbound_type    text,
  delta           bigint NOT NULL,
  balance_after   bigint NOT NULL,
  reserved_delta  bigint NOT NULL,
  reserved_after  bigint NOT NULL,
  reason          text,
  reference       text,
  actor           text NOT NULL,
  occurred_at     timestamptz NOT NULL,
  CONSTRAINT stock_movement_moves CHECK (delta <> 0 OR reserved_delta <> 0 OR type = 'ADJUSTED'),
  CONSTRAINT stock_movement_balance CHECK (reserved_after >= 0 AND balance_after >= reserved_after)
);
CREATE INDEX stock_movement_by_lot ON stock_movement (lot_id, seq);

CREATE INDEX stock_movement_by_product ON stock_movement (product_id, seq);

CREATE FUNCTION stock_movement_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'stock_movement is append-only';
END $$;
CREATE TRIGGER stock_movement_append_only BEFORE UPDATE OR DELETE ON stock_movement
  FOR EACH ROW EXECUTE FUNCTION stock_movement_is_append_only();

CREATE SEQUENCE sales_order_number;

CREATE TABLE sales_order (
  id            uuid PRIMARY KEY,
  order_number  text NOT NULL UNIQUE,
  status        text NOT NULL CHECK (status IN ('DRAFT', 'CONFIRMED', 'SHIPPED', 'COMPLETED', 'CANCELLED')),
  customer_name text NOT NULL,
  remarks       text,
  total_amount  numeric(38, 2) NOT NULL CHECK (total_amount >= 0),
  owner         text NOT NULL,
  created_by    text NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  version       bigint NOT NULL
);
CREATE INDEX sales_order_newest ON sales_order (created_at DESC, id DESC);
CREATE INDEX sales_order_of_owner ON sales_order (owner, created_at DESC, id DESC);

CREATE TABLE sales_order_item (
  id                 uuid PRIMARY KEY,
  order_id           uuid NOT NULL REFERENCES sales_order,
  line               integer NOT NULL,
  product_id         uuid NOT NULL REFERENCES product,
  color_code         text CHECK (color_code <> ''),
  production_date    date,
  lot_id             uuid REFERENCES stock_lot,
  quantity           bigint NOT NULL CHECK (quantity > 0),
  unit_price         numeric(14, 4) NOT NULL CHECK (unit_price >= 0),
  allow_mixed_colors boolean NOT NULL,
  CONSTRAINT sales_order_item_line UNIQUE (order_id, line)
);

-- What confirming took from which lot, so that shipping consumes and cancelling releases exactly that.
CREATE TABLE sales_order_allocation (
  id       uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES sales_order,
  line     integer NOT NULL,
  lot_id   uuid NOT NULL REFERENCES stock_lot,
  quantity bigint NOT NULL CHECK (quantity > 0),
  CONSTRAINT sales_order_allocation_once UNIQUE (order_id, line, lot_id)
);

-- The event log (transactional outbox). log_offset is the gap-free offset within the channel, given by the relay.
CREATE TABLE event (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel    text NOT NULL,
  key        text NOT NULL,
  owner      text,
  tags       text[] NOT NULL,
  data       text NOT NULL,
  ts         bigint NOT NULL,
  log_offset bigint
);
CREATE INDEX event_unassigned ON event (id) WHERE log_offset IS NULL;
CREATE UNIQUE INDEX event_by_offset ON event (channel, log_offset) WHERE log_offset IS NOT NULL;

-- Per channel: the last offset given, and the last one known to be in Redis.
CREATE TABLE event_channel (
  channel          text PRIMARY KEY,
  last_offset      bigint NOT NULL DEFAULT 0,
  published_offset bigint NOT NULL DEFAULT 0,
  CONSTRAINT event_channel_order CHECK (published_offset <= last_offset)
);
INSERT INTO event_channel (channel) VALUES ('products'), ('inventory'), ('orders');

-- One row: which numbering the offsets belong to.
CREATE TABLE event_epoch (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch    text NOT NULL
);
INSERT INTO event_epoch (epoch) VALUES (substr(replace(gen_random_uuid()::text, '-', ''), 1, 12));

-- One row: who may assign offsets. The term grows with each take-over.
CREATE TABLE event_relay_lease (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  holder     text NOT NULL,
  term       bigint NOT NULL,
  expires_at timestamptz NOT NULL
);
INSERT INTO event_relay_lease (holder, term, expires_at) VALUES ('', 0, 'epoch');
