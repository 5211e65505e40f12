-- Passkeys: per person and authenticator the public half of a key, and what proves that it was made for us. The private
-- half never leaves the person's device.
CREATE TABLE passkey (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  account BINARY(16) NOT NULL,
  name VARCHAR(60) NOT NULL,
  credential_id VARBINARY(1023) NOT NULL,
  public_key VARBINARY(2000) NOT NULL,
  attestation_object BLOB NOT NULL,
  signature_count BIGINT NOT NULL,
  transports VARCHAR(100) NOT NULL,
  backup_eligible BOOLEAN NOT NULL,
  backed_up BOOLEAN NOT NULL,
  added_at DATETIME(6) NOT NULL,
  used_at DATETIME(6),
  CONSTRAINT uq_passkey_credential UNIQUE (credential_id),
  CONSTRAINT fk_passkey_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_passkey_account ON passkey (account, id);
