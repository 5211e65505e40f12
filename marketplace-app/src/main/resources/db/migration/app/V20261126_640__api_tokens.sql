-- A person's leave for a program to act as them in one organisation; the token went out once, this holds its SHA-256.
CREATE TABLE api_token (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  account BINARY(16) NOT NULL,
  organization BINARY(16) NOT NULL,
  name VARCHAR(80) COLLATE utf8mb4_unicode_520_ci NOT NULL,
  scopes VARCHAR(1000) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  hint VARCHAR(4) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  last_used_at DATETIME(6),
  revoked_at DATETIME(6),
  CONSTRAINT uq_api_token_hash UNIQUE (token_hash),
  CONSTRAINT fk_api_token_account FOREIGN KEY (account) REFERENCES account (id),
  CONSTRAINT fk_api_token_organization FOREIGN KEY (organization) REFERENCES organization (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_api_token_organization ON api_token (organization, id);

-- What a request answered that a program may have to send again: kept a day, so that sent twice it happens once.
CREATE TABLE api_idempotency (
  token BINARY(16) NOT NULL,
  key_hash CHAR(64) NOT NULL,
  request_hash CHAR(64) NOT NULL,
  status INT NOT NULL,
  headers TEXT NOT NULL,
  body MEDIUMTEXT NOT NULL,
  made_at DATETIME(6) NOT NULL,
  PRIMARY KEY (token, key_hash)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_api_idempotency_made ON api_idempotency (made_at);
