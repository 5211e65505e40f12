-- Double entry, only ever added to: the lines of an entry add up to zero, and each fact is entered once.
CREATE TABLE ledger_entry (
  id BINARY(16) NOT NULL PRIMARY KEY,
  entered_at DATETIME(6) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  source VARCHAR(255) NOT NULL,
  project BINARY(16),
  CONSTRAINT uq_ledger_entry UNIQUE (kind, source)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_ledger_entry_project ON ledger_entry (project);

-- Debits above zero, credits below, in the currency's smallest unit.
CREATE TABLE ledger_line (
  entry BINARY(16) NOT NULL,
  line INT NOT NULL,
  account VARCHAR(20) NOT NULL,
  hospital BINARY(16),
  budget_line VARCHAR(20),
  amount BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  PRIMARY KEY (entry, line)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_ledger_line_account ON ledger_line (account, hospital, budget_line);
