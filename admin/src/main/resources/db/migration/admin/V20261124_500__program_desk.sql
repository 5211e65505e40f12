CREATE TABLE verification_case (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  organization BINARY(16) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  name VARCHAR(120) NOT NULL,
  registration_number CHAR(10) NOT NULL,
  country CHAR(2) NOT NULL,
  status VARCHAR(20) NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  decided_at DATETIME(6),
  decided_by BINARY(16),
  reason VARCHAR(1000),
  CONSTRAINT uq_verification_case UNIQUE (organization)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_verification_number ON verification_case (registration_number);

CREATE TABLE program_call (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  status VARCHAR(20) NOT NULL,
  title_ko VARCHAR(160) NOT NULL,
  title_en VARCHAR(160) NOT NULL,
  summary_ko TEXT NOT NULL,
  summary_en TEXT NOT NULL,
  deadline DATE NOT NULL,
  budget_won BIGINT NOT NULL,
  own_share_percent INT NOT NULL,
  least_reviews INT NOT NULL,
  rubric TEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  opened_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE application (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  introduction BINARY(16) NOT NULL,
  offer BINARY(16) NOT NULL,
  offer_revision INT NOT NULL,
  need BINARY(16) NOT NULL,
  need_revision INT NOT NULL,
  offer_title VARCHAR(160) NOT NULL,
  need_title VARCHAR(160) NOT NULL,
  status VARCHAR(30) NOT NULL,
  summary_ko TEXT NOT NULL,
  summary_en TEXT NOT NULL,
  benefit TEXT NOT NULL,
  plan TEXT NOT NULL,
  snapshot MEDIUMTEXT,
  snapshot_hash BINARY(32),
  created_at DATETIME(6) NOT NULL,
  submitted_at DATETIME(6),
  decided_at DATETIME(6),
  decided_by BINARY(16),
  reason VARCHAR(2000),
  conditions VARCHAR(2000),
  CONSTRAINT uq_application UNIQUE (program_call, introduction),
  CONSTRAINT fk_application_call FOREIGN KEY (program_call) REFERENCES program_call (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_application_startup ON application (startup, id);

CREATE TABLE review (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  reviewer BINARY(16) NOT NULL,
  status VARCHAR(20) NOT NULL,
  scores VARCHAR(200) NOT NULL,
  comment TEXT,
  invited_at DATETIME(6) NOT NULL,
  due DATE NOT NULL,
  submitted_at DATETIME(6),
  CONSTRAINT uq_review UNIQUE (application, reviewer),
  CONSTRAINT fk_review_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_review_reviewer ON review (reviewer, id);
