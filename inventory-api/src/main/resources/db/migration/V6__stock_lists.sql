-- The orders and filters of the list of lots. What stands in them never changes in a lot, so that moving stock writes no index; a list by
-- quantity is sorted when it is read.
CREATE INDEX product_in_order_of_code ON product (code_key COLLATE "C");
CREATE INDEX stock_lot_by_date ON stock_lot ((coalesce(production_date, date '9999-12-31')), id);
CREATE INDEX stock_lot_by_color ON stock_lot (color_code, id);

-- Alerts by a threshold that the reader chooses; product_stock_alert has those by the product's own.
CREATE INDEX product_stock_available ON product_stock ((total - reserved), product_id) WHERE threshold IS NOT NULL;
