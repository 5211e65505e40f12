-- What was shown to a hospital and taken out of its sight again, as it stood then: a record that ran out stays one.
CREATE TABLE hidden_document (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  owner BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  expires_on DATE,
  hidden_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_hidden_document ON hidden_document (owner, kind);
