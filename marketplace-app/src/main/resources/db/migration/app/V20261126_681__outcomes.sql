-- What came of projects, and what startups say of working with a hospital.
CREATE TABLE outcome (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  title VARCHAR(300) NOT NULL,
  reference VARCHAR(300) NOT NULL,
  happened_on DATE NOT NULL,
  reported_by BINARY(16) NOT NULL,
  reported_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_outcome_project ON outcome (project, id);
CREATE INDEX ix_outcome_hospital ON outcome (hospital, id);

CREATE TABLE feedback (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  data_as_offered INT NOT NULL,
  answers_in_time INT NOT NULL,
  remark VARCHAR(1000) NOT NULL,
  given_by BINARY(16) NOT NULL,
  given_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_feedback_project UNIQUE (project),
  CONSTRAINT ck_feedback CHECK (data_as_offered BETWEEN 1 AND 5 AND answers_in_time BETWEEN 1 AND 5)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_feedback_hospital ON feedback (hospital);
