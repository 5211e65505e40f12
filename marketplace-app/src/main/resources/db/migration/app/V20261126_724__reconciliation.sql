CREATE TABLE reconciliation_run (
  id BINARY(16) NOT NULL PRIMARY KEY,
  ran_at DATETIME(6) NOT NULL,
  checked INT NOT NULL,
  card_provider BOOLEAN NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE reconciliation_difference (
  run BINARY(16) NOT NULL,
  line INT NOT NULL,
  kind VARCHAR(40) NOT NULL,
  subject VARCHAR(255) NOT NULL,
  project BINARY(16),
  expected BIGINT NOT NULL,
  found BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  PRIMARY KEY (run, line)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
