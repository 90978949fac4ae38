-- The epoch that Redis had when this one was opened. Any other epoch in Redis means that the database was set back to a time before it.
ALTER TABLE event_epoch ADD COLUMN follows text;
