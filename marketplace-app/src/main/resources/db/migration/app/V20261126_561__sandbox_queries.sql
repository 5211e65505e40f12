-- Every query that was asked of a sandbox: who, when, what, and what became of it.
CREATE TABLE sandbox_query (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  person BINARY(16) NOT NULL,
  text MEDIUMTEXT NOT NULL,
  title VARCHAR(100),
  asked_at DATETIME(6) NOT NULL,
  row_count INT NOT NULL,
  millis BIGINT NOT NULL,
  refusal VARCHAR(20),
  taken BOOLEAN NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_sandbox_query ON sandbox_query (sandbox, id);
