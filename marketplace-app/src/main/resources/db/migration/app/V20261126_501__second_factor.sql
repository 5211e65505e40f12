-- The second step of signing in: the secret shared with the person's authenticator app, encrypted by a key outside the
-- database, and the hashes of the codes for the day the telephone is lost.
CREATE TABLE second_factor (
  account BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  secret VARBINARY(100) NOT NULL,
  begun_at DATETIME(6) NOT NULL,
  confirmed_at DATETIME(6),
  last_step BIGINT,
  failures INT NOT NULL,
  locked_until DATETIME(6),
  CONSTRAINT fk_second_factor_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE recovery_code (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  account BINARY(16) NOT NULL,
  code_hash BINARY(32) NOT NULL,
  used_at DATETIME(6),
  CONSTRAINT uq_recovery_code UNIQUE (account, code_hash),
  CONSTRAINT fk_recovery_code_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
