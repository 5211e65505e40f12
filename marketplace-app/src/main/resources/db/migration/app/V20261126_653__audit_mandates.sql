-- Who may look at which calls, from which day to which, and why. Nothing else opens a call to an auditor.
CREATE TABLE audit_mandate (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  auditor BINARY(16) NOT NULL,
  granted_by BINARY(16) NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  reason VARCHAR(500) NOT NULL,
  granted_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_audit_mandate_auditor ON audit_mandate (auditor);

CREATE TABLE audit_mandate_call (
  mandate BINARY(16) NOT NULL,
  program_call BINARY(16) NOT NULL,
  PRIMARY KEY (mandate, program_call),
  CONSTRAINT fk_audit_mandate_call FOREIGN KEY (mandate) REFERENCES audit_mandate (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
