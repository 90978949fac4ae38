-- The span of the write that made the event, as W3C Trace Context writes it; null for events from before this column.
ALTER TABLE event ADD COLUMN traceparent text;
