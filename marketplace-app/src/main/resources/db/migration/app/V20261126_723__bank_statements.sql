CREATE TABLE bank_statement (
  id BINARY(16) NOT NULL PRIMARY KEY,
  uploaded_at DATETIME(6) NOT NULL,
  encoding VARCHAR(20) NOT NULL,
  taken INT NOT NULL,
  known INT NOT NULL,
  refused INT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The fingerprint keeps a line from being taken twice, in whatever file it comes again.
CREATE TABLE statement_line (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  statement BINARY(16) NOT NULL,
  row_number_in_file INT NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  in_won BIGINT NOT NULL,
  out_won BIGINT NOT NULL,
  balance_won BIGINT,
  payer VARCHAR(200) NOT NULL,
  memo VARCHAR(400) NOT NULL,
  fingerprint BINARY(32) NOT NULL,
  status VARCHAR(20) NOT NULL,
  project BINARY(16),
  reason VARCHAR(500),
  CONSTRAINT uq_statement_line UNIQUE (fingerprint)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_statement_line_status ON statement_line (status, happened_at);
