-- A steward looked at what was done in a sandbox in a month, and signs with their name for what they saw.
CREATE TABLE use_check (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  month_of CHAR(7) NOT NULL,
  steward BINARY(16) NOT NULL,
  questions BIGINT NOT NULL,
  answers_taken BIGINT NOT NULL,
  file_requests BIGINT NOT NULL,
  bytes_sent BIGINT NOT NULL,
  digest CHAR(64) NOT NULL,
  note VARCHAR(1000) COLLATE utf8mb4_unicode_520_ci NOT NULL,
  signed_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_use_check UNIQUE (sandbox, month_of),
  CONSTRAINT fk_use_check_sandbox FOREIGN KEY (sandbox) REFERENCES sandbox (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
