-- What a use owes in return: by whom, by when, with which proof, and what became of it.
CREATE TABLE project_duty (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  wording VARCHAR(1000),
  anchor VARCHAR(20) NOT NULL,
  days INT NOT NULL,
  fixed_day DATE,
  stops_access BOOLEAN NOT NULL,
  state VARCHAR(20) NOT NULL,
  evidence VARCHAR(2000),
  note VARCHAR(2000),
  changed_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_project_duty ON project_duty (project, id);
