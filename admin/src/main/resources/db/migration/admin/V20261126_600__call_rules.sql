-- What a call fixes beyond its text, each part as JSON; null until somebody says otherwise.
ALTER TABLE program_call
  ADD COLUMN rules TEXT,
  ADD COLUMN funding TEXT,
  ADD COLUMN eligibility TEXT,
  ADD COLUMN form MEDIUMTEXT,
  ADD COLUMN milestones TEXT,
  ADD COLUMN zone VARCHAR(40) NOT NULL DEFAULT 'Asia/Seoul',
  ADD COLUMN opens_on DATE,
  ADD COLUMN review_until DATE,
  ADD COLUMN decision_on DATE,
  ADD COLUMN extended_reason VARCHAR(1000),
  ADD COLUMN cancelled_reason VARCHAR(1000),
  ADD COLUMN changed_at DATETIME(6),
  ADD COLUMN frozen INT NOT NULL DEFAULT 0;
-- A call that was opened before has been frozen once.
UPDATE program_call SET frozen = 1 WHERE opened_at IS NOT NULL;
ALTER TABLE program_call MODIFY COLUMN rubric MEDIUMTEXT NOT NULL;

-- What a call said at each opening and extension; applications name the version they answer.
CREATE TABLE call_version (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  number INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  content_hash BINARY(32) NOT NULL,
  reason VARCHAR(1000),
  frozen_at DATETIME(6) NOT NULL,
  frozen_by BINARY(16) NOT NULL,
  CONSTRAINT uq_call_version UNIQUE (program_call, number),
  CONSTRAINT fk_call_version_call FOREIGN KEY (program_call) REFERENCES program_call (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
