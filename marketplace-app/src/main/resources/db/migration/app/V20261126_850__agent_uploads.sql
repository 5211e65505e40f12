-- How far each file of a result has arrived; its parts lie on the disk until the last one came.
CREATE TABLE agent_upload (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  job BINARY(16) NOT NULL,
  subject BINARY(16) NOT NULL,
  path VARCHAR(200) NOT NULL,
  bytes BIGINT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  kept BIGINT NOT NULL,
  whole BOOLEAN NOT NULL,
  touched_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_agent_upload UNIQUE (job, path)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_agent_upload_touched ON agent_upload (touched_at);
