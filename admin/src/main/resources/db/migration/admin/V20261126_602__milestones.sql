-- The steps of an approved application: agreement, checks, settlement.
CREATE TABLE application_milestone (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  code VARCHAR(40) NOT NULL,
  title_ko VARCHAR(160) NOT NULL,
  title_en VARCHAR(160) NOT NULL,
  holder VARCHAR(20) NOT NULL,
  organization BINARY(16),
  planned_on DATE NOT NULL,
  due DATE NOT NULL,
  pays BOOLEAN NOT NULL,
  status VARCHAR(20) NOT NULL,
  evidence TEXT,
  evidence_file BINARY(16),
  evidence_title VARCHAR(200),
  given_at DATETIME(6),
  given_by BINARY(16),
  reason VARCHAR(1000),
  settled_at DATETIME(6),
  settled_by BINARY(16),
  spent_won BIGINT,
  clawback_won BIGINT,
  CONSTRAINT uq_application_milestone UNIQUE (application, code),
  CONSTRAINT fk_milestone_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_milestone_waiting ON application_milestone (organization, status);
CREATE INDEX ix_milestone_status ON application_milestone (status, due);
