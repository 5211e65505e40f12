-- A forgotten password: proof that the person reads their mail; only the hash of the link's token is kept.
CREATE TABLE password_reset (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  account BINARY(16) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at DATETIME(6),
  CONSTRAINT uq_password_reset_token UNIQUE (token_hash),
  CONSTRAINT fk_password_reset_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_password_reset_account ON password_reset (account, asked_at);
