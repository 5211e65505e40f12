-- What each project rests on, and what became different from it: a task each, once, with who holds it.
CREATE TABLE project_footing (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  grounds LONGTEXT NOT NULL,
  offer_revision INT NOT NULL,
  decided_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE change_task (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  subject VARCHAR(20) NOT NULL,
  about VARCHAR(60) NOT NULL,
  turn INT NOT NULL,
  value_before VARCHAR(600) NOT NULL,
  value_after VARCHAR(600) NOT NULL,
  grounds LONGTEXT NOT NULL,
  remedy VARCHAR(20) NOT NULL,
  signed BOOLEAN NOT NULL,
  offer_revision INT NOT NULL,
  due DATE NOT NULL,
  state VARCHAR(20) NOT NULL,
  note VARCHAR(1000),
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  UNIQUE KEY uq_change_task (project, subject, about, turn)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_change_task_hospital ON change_task (hospital, state, due);
CREATE INDEX ix_change_task_startup ON change_task (startup, state, due);
