-- A cohort of a call: startups and departments that rank each other, and what the engine made of it.
CREATE TABLE cohort (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  title_ko VARCHAR(160) NOT NULL,
  title_en VARCHAR(160) NOT NULL,
  status VARCHAR(20) NOT NULL,
  optimal VARCHAR(20) NOT NULL,
  plan MEDIUMTEXT NOT NULL,
  lists_due DATE,
  seed BIGINT,
  salt VARCHAR(32),
  instance MEDIUMTEXT,
  certificate MEDIUMTEXT,
  created_at DATETIME(6) NOT NULL,
  opened_at DATETIME(6),
  ran_at DATETIME(6),
  published_at DATETIME(6),
  CONSTRAINT fk_cohort_call FOREIGN KEY (program_call) REFERENCES program_call (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_cohort_status ON cohort (status, id);

-- One list of wishes; the id is that of the startup or department in the cohort's plan.
CREATE TABLE cohort_list (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  cohort BINARY(16) NOT NULL,
  organization BINARY(16) NOT NULL,
  side VARCHAR(20) NOT NULL,
  draft MEDIUMTEXT NOT NULL,
  submitted MEDIUMTEXT,
  submitted_at DATETIME(6),
  CONSTRAINT fk_cohort_list FOREIGN KEY (cohort) REFERENCES cohort (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_cohort_list_organization ON cohort_list (organization, id);
