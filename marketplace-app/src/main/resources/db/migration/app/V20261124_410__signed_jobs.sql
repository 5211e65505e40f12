-- One signed job for one agent; what it is for lies in the feature that asked.
CREATE TABLE agent_job (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  agent BINARY(16) NOT NULL,
  task VARCHAR(20) NOT NULL,
  subject BINARY(16) NOT NULL,
  source VARCHAR(60) NOT NULL,
  document MEDIUMTEXT NOT NULL,
  status VARCHAR(20) NOT NULL,
  code VARCHAR(40),
  message VARCHAR(1000),
  issued_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  handed_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_agent_job_hospital ON agent_job (hospital, id);
CREATE INDEX ix_agent_job_subject ON agent_job (subject, status);

-- What an agent would not take for a job; a document counts once.
CREATE TABLE agent_refusal (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  agent BINARY(16) NOT NULL,
  reason VARCHAR(20) NOT NULL,
  job BINARY(16),
  document CHAR(64) NOT NULL,
  reported_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_agent_refusal UNIQUE (agent, document)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_agent_refusal_hospital ON agent_refusal (hospital, id);

-- The agent's code, when it ended without a release.
ALTER TABLE sandbox ADD COLUMN problem VARCHAR(40);
