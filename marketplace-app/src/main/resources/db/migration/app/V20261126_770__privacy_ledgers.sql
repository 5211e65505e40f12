-- How far a hospital's privacy ledger was taken in, and the document that was refused last.
CREATE TABLE privacy_ledger (
  hospital BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  ledger CHAR(64),
  last_sequence BIGINT NOT NULL,
  last_hash CHAR(64),
  head_at DATETIME(6),
  refused_document CHAR(64),
  refused_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Its lines, each as the text that its hash can be computed from.
CREATE TABLE privacy_ledger_line (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  sequence_no BIGINT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  CONSTRAINT uq_privacy_ledger_line UNIQUE (hospital, sequence_no),
  CONSTRAINT fk_privacy_ledger_line FOREIGN KEY (hospital) REFERENCES privacy_ledger (hospital)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
