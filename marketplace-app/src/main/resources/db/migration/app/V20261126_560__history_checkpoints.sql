-- A row takes part in the chain by a digest of its content, so that the chain can be published without the content.
-- No checkpoint was ever published before this: the rows get their places anew.
ALTER TABLE history ADD COLUMN content_digest BINARY(32);
UPDATE history SET position = NULL, chain_hash = NULL;

-- What the chain's end was at a moment, signed, for everybody to keep.
CREATE TABLE history_checkpoint (
  position BIGINT NOT NULL PRIMARY KEY,
  chain_hash BINARY(32) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  signature VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
