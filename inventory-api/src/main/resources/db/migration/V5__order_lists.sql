-- What a list of orders can be sorted by; by number that is the unique index, by creation sales_order_newest.
CREATE INDEX sales_order_by_change ON sales_order (updated_at, id);
CREATE INDEX sales_order_by_amount ON sales_order (total_amount, id);

-- What people work off: what is to be confirmed, what is to be shipped.
CREATE INDEX sales_order_by_status ON sales_order (status, created_at, id);

-- A search finds beginnings, in any collation.
CREATE INDEX sales_order_number_start ON sales_order (order_number text_pattern_ops);
CREATE INDEX sales_order_customer_start ON sales_order (lower(customer_name) text_pattern_ops);
