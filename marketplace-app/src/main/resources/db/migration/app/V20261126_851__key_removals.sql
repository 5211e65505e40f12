-- What each agent that worked for a release left behind at the hospital, and its word that it is gone.
CREATE TABLE key_removal (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  destruction BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  source VARCHAR(60) NOT NULL,
  jobs LONGTEXT NOT NULL,
  state VARCHAR(20) NOT NULL,
  problem VARCHAR(100),
  tried_at DATETIME(6),
  removed_at DATETIME(6),
  document LONGTEXT,
  signer VARCHAR(200)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_key_removal_destruction ON key_removal (destruction, id);
CREATE INDEX ix_key_removal_hospital ON key_removal (hospital, state);

-- Until now one agent was asked for all of them; its open order keeps its id.
INSERT INTO key_removal (id, version, destruction, hospital, source, jobs, state, problem, tried_at, removed_at, document, signer)
SELECT id, 0, id, hospital, source, jobs, key_state, key_problem, key_tried_at, key_removed_at, key_document, key_signer
FROM destruction WHERE key_state <> 'NONE';

-- Not written any more; a node of the version before may still read them. The next version drops them.
ALTER TABLE destruction MODIFY hospital BINARY(16);
ALTER TABLE destruction MODIFY source VARCHAR(60);
ALTER TABLE destruction MODIFY jobs LONGTEXT;
ALTER TABLE destruction MODIFY key_state VARCHAR(20);
