CREATE TABLE agent_code (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  code_hash BINARY(32) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at DATETIME(6),
  CONSTRAINT uq_agent_code UNIQUE (code_hash)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE hospital_agent (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  public_key VARCHAR(200) NOT NULL,
  sources VARCHAR(4000) NOT NULL,
  enrolled_at DATETIME(6) NOT NULL,
  last_seen DATETIME(6),
  revoked_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_hospital_agent ON hospital_agent (hospital);

-- A signed request is accepted once.
CREATE TABLE agent_nonce (
  agent BINARY(16) NOT NULL,
  nonce CHAR(36) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (agent, nonce)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_agent_nonce_seen ON agent_nonce (seen_at);

CREATE TABLE sandbox (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  source VARCHAR(60) NOT NULL,
  status VARCHAR(20) NOT NULL,
  tier VARCHAR(10) NOT NULL,
  recipe MEDIUMTEXT,
  recipe_hash CHAR(64),
  recipe_author BINARY(16),
  agent BINARY(16),
  waiting_for VARCHAR(20),
  note VARCHAR(1000),
  requested_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  opened_on DATE,
  expires_on DATE,
  CONSTRAINT uq_sandbox_project UNIQUE (project)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_sandbox_hospital ON sandbox (hospital, status);
CREATE INDEX ix_sandbox_startup ON sandbox (startup);

CREATE TABLE release_review (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  reviewer BINARY(16) NOT NULL,
  approved BOOLEAN NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  given_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_release_review UNIQUE (sandbox, reviewer),
  CONSTRAINT fk_release_review FOREIGN KEY (sandbox) REFERENCES sandbox (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
