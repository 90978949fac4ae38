-- Search: which one and two characters stand in a text. A longer text is found by its pairs.
CREATE FUNCTION search_grams(key text, size integer) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (
    SELECT coalesce(array_agg(DISTINCT substr(key, at, size)), '{}')
    FROM generate_series(1, length(key) - size + 1) AS at);

ALTER TABLE product
  ADD COLUMN archived boolean NOT NULL GENERATED ALWAYS AS (archived_at IS NOT NULL) STORED,
  ADD COLUMN search_grams text[] NOT NULL GENERATED ALWAYS AS (
    search_grams(code_key, 1) || search_grams(code_key, 2)
      || search_grams(name_key, 1) || search_grams(name_key, 2)) STORED;

-- What writers have added is searched row by row: a short pending list bounds that.
CREATE INDEX product_search ON product USING gin (search_grams) WITH (gin_pending_list_limit = 256);

-- The orders of the lists. Byte order is the same everywhere and outlives updates of the system's locales.
CREATE INDEX product_by_code ON product (archived, code_key COLLATE "C", id);
CREATE INDEX product_by_name ON product (archived, name_key COLLATE "C", id);
CREATE INDEX product_by_creation ON product (archived, created_at, id);
CREATE INDEX product_by_update ON product (archived, updated_at, id);
