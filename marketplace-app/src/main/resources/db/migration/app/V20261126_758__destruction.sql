-- The removal of a release's files after its use ended, and the signed proof of it.
CREATE TABLE destruction (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  project BINARY(16) NOT NULL,
  state VARCHAR(20) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  listing LONGTEXT NOT NULL,
  certificate LONGTEXT,
  manifest LONGTEXT,
  attempts INT NOT NULL,
  problem VARCHAR(200),
  tried_at DATETIME(6),
  removed_at DATETIME(6),
  content LONGTEXT,
  signature VARCHAR(200),
  hospital BINARY(16) NOT NULL,
  source VARCHAR(60) NOT NULL,
  jobs LONGTEXT NOT NULL,
  key_state VARCHAR(20) NOT NULL,
  key_problem VARCHAR(100),
  key_tried_at DATETIME(6),
  key_removed_at DATETIME(6),
  key_document LONGTEXT,
  key_signer VARCHAR(200)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE UNIQUE INDEX ux_destruction_sandbox ON destruction (sandbox);
CREATE INDEX ix_destruction_project ON destruction (project);
CREATE INDEX ix_destruction_key ON destruction (hospital, key_state);
CREATE INDEX ix_destruction_state ON destruction (state, tried_at);
