-- Questions that wait for the agent that keeps a release, and its answers as long as they may be looked at.
CREATE TABLE in_place_question (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  source VARCHAR(60) NOT NULL,
  person BINARY(16) NOT NULL,
  release_job BINARY(16) NOT NULL,
  manifest CHAR(64) NOT NULL,
  text MEDIUMTEXT NOT NULL,
  taken BOOLEAN NOT NULL,
  only_harmless BOOLEAN NOT NULL,
  token BINARY(16),
  network VARCHAR(50) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6),
  refusal VARCHAR(20),
  document LONGTEXT,
  held BOOLEAN NOT NULL,
  fetched BOOLEAN NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_in_place_question_sandbox ON in_place_question (sandbox, id);
CREATE INDEX ix_in_place_question_hospital ON in_place_question (hospital, ended_at);
