-- How many patients meet criteria: asked by startups, counted by the hospital's agent, answered once.
CREATE TABLE feasibility_question (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  startup BINARY(16) NOT NULL,
  asker BINARY(16) NOT NULL,
  offer BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  source VARCHAR(60) NOT NULL,
  dataset_version INT NOT NULL,
  question MEDIUMTEXT NOT NULL,
  question_hash CHAR(64) NOT NULL,
  status VARCHAR(20) NOT NULL,
  document MEDIUMTEXT,
  persons BIGINT,
  problem VARCHAR(40),
  asked_at DATETIME(6) NOT NULL,
  answered_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_feasibility_startup ON feasibility_question (startup, offer, asked_at);
CREATE INDEX ix_feasibility_near ON feasibility_question (startup, hospital, source);
CREATE INDEX ix_feasibility_hospital ON feasibility_question (hospital, status);
CREATE INDEX ix_feasibility_same ON feasibility_question (hospital, source, dataset_version, question_hash);
