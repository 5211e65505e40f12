CREATE TABLE hospital_decision (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  offer BINARY(16) NOT NULL,
  offer_title VARCHAR(160) NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  reason VARCHAR(1000),
  decided_by BINARY(16),
  decided_by_rule BINARY(16),
  asked_at DATETIME(6) NOT NULL,
  decided_at DATETIME(6),
  CONSTRAINT uq_hospital_decision UNIQUE (application, offer)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_hospital_decision_hospital ON hospital_decision (hospital, id);

CREATE TABLE hospital_rule (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  offer BINARY(16) NOT NULL,
  owner BINARY(16) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  off_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_hospital_rule_hospital ON hospital_rule (hospital, offer);
