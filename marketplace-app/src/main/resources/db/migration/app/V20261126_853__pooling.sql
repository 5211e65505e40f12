-- Rows of several hospitals side by side: what was asked, and each hospital's word.
CREATE TABLE pooling (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  text_ko TEXT NOT NULL,
  text_en TEXT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_pooling_application ON pooling (application, id);

CREATE TABLE pooling_part (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  pooling BINARY(16) NOT NULL,
  project BINARY(16) NOT NULL,
  decision VARCHAR(20) NOT NULL,
  signer VARCHAR(100),
  reason VARCHAR(1000),
  decided_at DATETIME(6),
  CONSTRAINT uq_pooling_part UNIQUE (pooling, project)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_pooling_part_project ON pooling_part (project);

-- Matching of persons across hospitals, which is never done here: the step outside, as its startup wrote it down.
CREATE TABLE linkage_step (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  body VARCHAR(200),
  reference VARCHAR(120),
  refused_at DATETIME(6) NOT NULL,
  noted_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_linkage_step_application ON linkage_step (application, id);
