-- A deposit may also bring back what a settlement asked for.
ALTER TABLE statement_line ADD COLUMN clawback BINARY(16);
