-- A data scientist's leave for a program to read one sandbox; the token went out once, this holds its SHA-256.
CREATE TABLE sandbox_token (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  account BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  name VARCHAR(80) COLLATE utf8mb4_unicode_520_ci NOT NULL,
  token_hash BINARY(32) NOT NULL,
  hint VARCHAR(4) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  last_used_at DATETIME(6),
  revoked_at DATETIME(6),
  revoked_by VARCHAR(10),
  CONSTRAINT uq_sandbox_token_hash UNIQUE (token_hash),
  CONSTRAINT fk_sandbox_token_sandbox FOREIGN KEY (sandbox) REFERENCES sandbox (id),
  CONSTRAINT fk_sandbox_token_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_sandbox_token_sandbox ON sandbox_token (sandbox, id);

-- Every range of a release's file that was asked for, written before its first byte left.
CREATE TABLE sent_range (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  account BINARY(16) NOT NULL,
  token BINARY(16),
  file VARCHAR(100) NOT NULL,
  file_bytes BIGINT NOT NULL,
  first_byte BIGINT NOT NULL,
  last_byte BIGINT NOT NULL,
  network VARCHAR(50) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  sent_bytes BIGINT,
  CONSTRAINT fk_sent_range_sandbox FOREIGN KEY (sandbox) REFERENCES sandbox (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_sent_range_sandbox ON sent_range (sandbox, asked_at);
