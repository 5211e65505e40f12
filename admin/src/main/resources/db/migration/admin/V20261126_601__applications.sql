-- What applicants answer and declare, who takes part, and every submission as it was handed in.
ALTER TABLE application
  ADD COLUMN track VARCHAR(40),
  ADD COLUMN answers MEDIUMTEXT,
  ADD COLUMN declared TEXT,
  ADD COLUMN edits INT NOT NULL DEFAULT 0,
  ADD COLUMN edited_in VARCHAR(40) NOT NULL DEFAULT '',
  ADD COLUMN submissions INT NOT NULL DEFAULT 0,
  ADD COLUMN bonuses VARCHAR(200) NOT NULL DEFAULT '',
  ADD COLUMN return_reasons TEXT,
  ADD COLUMN returned_until DATE,
  ADD COLUMN withdrawn_reason VARCHAR(1000);

CREATE TABLE application_submission (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  number INT NOT NULL,
  receipt CHAR(21) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  call_version INT NOT NULL,
  answers MEDIUMTEXT,
  snapshot MEDIUMTEXT NOT NULL,
  snapshot_hash BINARY(32) NOT NULL,
  submitted_at DATETIME(6) NOT NULL,
  submitted_by BINARY(16),
  CONSTRAINT uq_application_submission UNIQUE (application, number),
  CONSTRAINT uq_submission_receipt UNIQUE (receipt),
  CONSTRAINT fk_submission_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Applications handed in before had one submission; its receipt is made as new ones are.
INSERT INTO application_submission
  (id, version, application, number, receipt, call_version, answers, snapshot, snapshot_hash, submitted_at, submitted_by)
SELECT id, 0, id, 1, CONCAT('D-', DATE_FORMAT(submitted_at, '%Y%m%d'), '-', LEFT(HEX(snapshot_hash), 10)), 1,
  NULL, snapshot, snapshot_hash, submitted_at, NULL
FROM application WHERE snapshot IS NOT NULL AND submitted_at IS NOT NULL;
UPDATE application SET submissions = 1 WHERE snapshot IS NOT NULL AND submitted_at IS NOT NULL;

CREATE TABLE application_member (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  organization BINARY(16) NOT NULL,
  status VARCHAR(20) NOT NULL,
  declared TEXT,
  invited_at DATETIME(6) NOT NULL,
  answered_at DATETIME(6),
  answered_by BINARY(16),
  CONSTRAINT uq_application_member UNIQUE (application, organization),
  CONSTRAINT fk_member_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_application_member ON application_member (organization, id);

CREATE TABLE application_file (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  number INT NOT NULL,
  question VARCHAR(40) NOT NULL,
  file BINARY(16) NOT NULL,
  title VARCHAR(200) NOT NULL,
  CONSTRAINT uq_application_file UNIQUE (application, number, question),
  CONSTRAINT fk_file_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_application_file ON application_file (file);
