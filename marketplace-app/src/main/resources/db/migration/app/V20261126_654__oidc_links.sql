-- Accounts elsewhere with which people sign in here, each confirmed by its person.
CREATE TABLE oidc_link (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  account BINARY(16) NOT NULL,
  issuer VARCHAR(255) NOT NULL,
  subject VARCHAR(255) NOT NULL,
  linked_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_oidc_link_subject UNIQUE (issuer, subject),
  CONSTRAINT uq_oidc_link_account UNIQUE (account, issuer),
  CONSTRAINT fk_oidc_link_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
