-- Ten working days in which a startup accepts what was prepared for it, or says what is not as agreed.
CREATE TABLE sandbox_acceptance (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  project BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  opened_on DATE NOT NULL,
  due_on DATE NOT NULL,
  state VARCHAR(20) NOT NULL,
  points MEDIUMTEXT NOT NULL,
  answer VARCHAR(1000),
  ruling VARCHAR(1000),
  refund_won BIGINT,
  changed_at DATETIME(6) NOT NULL,
  accepted_on DATE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_acceptance_sandbox ON sandbox_acceptance (sandbox, id);
CREATE INDEX ix_acceptance_project ON sandbox_acceptance (project, id);
CREATE INDEX ix_acceptance_state ON sandbox_acceptance (state, due_on);
CREATE INDEX ix_acceptance_startup ON sandbox_acceptance (startup, state, due_on);
CREATE INDEX ix_acceptance_hospital ON sandbox_acceptance (hospital, state, due_on);
