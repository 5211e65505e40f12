-- The history. A row is written in the transaction that changes the state; the sealer gives it its place in the chain.
CREATE TABLE history (
  id BINARY(16) NOT NULL PRIMARY KEY,
  happened_at DATETIME(6) NOT NULL,
  actor BINARY(16),
  actor_organization BINARY(16),
  system_actor VARCHAR(60),
  action VARCHAR(80) NOT NULL,
  subject_kind VARCHAR(40) NOT NULL,
  subject BINARY(16) NOT NULL,
  facts VARCHAR(2000) NOT NULL,
  note TEXT,
  note_salt BINARY(16),
  note_digest BINARY(32),
  position BIGINT,
  chain_hash BINARY(32),
  CONSTRAINT uq_history_position UNIQUE (position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_history_subject ON history (subject, id);
CREATE INDEX ix_history_actor_organization ON history (actor_organization, id);
