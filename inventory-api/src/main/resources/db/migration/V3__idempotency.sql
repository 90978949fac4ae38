-- What writes answered, by the Idempotency-Key that they were sent with: a retry gets the same answer and does nothing. A row is inserted
-- and completed in the transaction of its write, so a committed one always has its status.
CREATE TABLE idempotency_key (
  subject     text NOT NULL,
  key         text NOT NULL,
  fingerprint text NOT NULL,
  status      integer,
  location    text,
  etag        text,
  body        bytea,
  tags        text[] NOT NULL DEFAULT '{}',
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (subject, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);
