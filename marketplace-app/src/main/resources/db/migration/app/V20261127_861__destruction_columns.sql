-- What one agent left behind stands in key_removal since version 851; nothing reads these any more.
DROP INDEX ix_destruction_key ON destruction;
ALTER TABLE destruction
  DROP COLUMN hospital,
  DROP COLUMN source,
  DROP COLUMN jobs,
  DROP COLUMN key_state,
  DROP COLUMN key_problem,
  DROP COLUMN key_tried_at,
  DROP COLUMN key_removed_at,
  DROP COLUMN key_document,
  DROP COLUMN key_signer;
