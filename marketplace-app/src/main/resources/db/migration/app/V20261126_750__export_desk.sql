-- What a startup asks to take out of a sandbox, what a look into it found, and who of the hospital said what.
CREATE TABLE export_request (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  project BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  requester BINARY(16) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  title VARCHAR(200) NOT NULL,
  purpose VARCHAR(2000) NOT NULL,
  state VARCHAR(20) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  submitted_at DATETIME(6),
  decided_at DATETIME(6),
  changed_at DATETIME(6) NOT NULL,
  available_until DATE,
  statement MEDIUMTEXT,
  signature VARCHAR(200),
  downloads INT NOT NULL,
  note VARCHAR(1000),
  attest_by DATE,
  attestation VARCHAR(1000),
  attested_at DATETIME(6),
  files_gone BOOLEAN NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_export_sandbox ON export_request (sandbox, id);
CREATE INDEX ix_export_project ON export_request (project, id);
CREATE INDEX ix_export_startup ON export_request (startup, state, changed_at);
CREATE INDEX ix_export_hospital ON export_request (hospital, state, changed_at);

-- A file that was blocked is written down without its bytes.
CREATE TABLE export_file (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  export BINARY(16) NOT NULL,
  name VARCHAR(140) NOT NULL,
  form VARCHAR(20),
  bytes BIGINT NOT NULL,
  sha256 BINARY(32) NOT NULL,
  malware VARCHAR(20) NOT NULL,
  blocked BOOLEAN NOT NULL,
  findings MEDIUMTEXT NOT NULL,
  marked BINARY(16),
  released_bytes BIGINT,
  released_sha256 BINARY(32),
  CONSTRAINT fk_export_file FOREIGN KEY (export) REFERENCES export_request (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE export_review (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  export BINARY(16) NOT NULL,
  reviewer BINARY(16) NOT NULL,
  approved BOOLEAN NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  given_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_export_review UNIQUE (export, reviewer),
  CONSTRAINT fk_export_review FOREIGN KEY (export) REFERENCES export_request (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
