-- More days of access, asked for before they end.
CREATE TABLE access_renewal (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  project BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  days INT NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  ends_on DATE NOT NULL,
  state VARCHAR(20) NOT NULL,
  answer VARCHAR(1000),
  asked_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_renewal_sandbox ON access_renewal (sandbox, id);
CREATE INDEX ix_renewal_startup ON access_renewal (startup, state, ends_on);
CREATE INDEX ix_renewal_hospital ON access_renewal (hospital, state, ends_on);
