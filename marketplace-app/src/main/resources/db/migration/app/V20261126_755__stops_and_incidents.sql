-- A press that closes a project's access at once; open_project is the project while it holds, so there is one at most.
CREATE TABLE access_stop (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  open_project BINARY(16),
  organization BINARY(16) NOT NULL,
  pressed_by BINARY(16) NOT NULL,
  pressed_at DATETIME(6) NOT NULL,
  reason VARCHAR(1000),
  explained_at DATETIME(6),
  reminded_at DATETIME(6),
  incident BINARY(16),
  lift_asked_by BINARY(16),
  lift_asked_at DATETIME(6),
  lift_reason VARCHAR(1000),
  lifted_by BINARY(16),
  lifted_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE UNIQUE INDEX ux_access_stop_open ON access_stop (open_project);
CREATE INDEX ix_access_stop ON access_stop (project, id);

CREATE TABLE incident_number (
  in_year INT NOT NULL PRIMARY KEY,
  last_number INT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE incident (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  number VARCHAR(20) NOT NULL,
  project BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  status VARCHAR(20) NOT NULL,
  account VARCHAR(4000) NOT NULL,
  reported_by BINARY(16) NOT NULL,
  organization BINARY(16) NOT NULL,
  reported_at DATETIME(6) NOT NULL,
  known_at DATETIME(6) NOT NULL,
  notify_by DATETIME(6),
  must_notify BOOLEAN,
  persons BIGINT,
  notified_at DATETIME(6),
  notice_reference VARCHAR(200),
  lesson VARCHAR(4000),
  closed_at DATETIME(6),
  plain_ko VARCHAR(2000),
  plain_en VARCHAR(2000),
  published_at DATETIME(6),
  changed_at DATETIME(6) NOT NULL,
  reminded_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE UNIQUE INDEX ux_incident_number ON incident (number);
CREATE INDEX ix_incident_project ON incident (project, id);
CREATE INDEX ix_incident_startup ON incident (startup, id);
CREATE INDEX ix_incident_hospital ON incident (hospital, id);
CREATE INDEX ix_incident_published ON incident (published_at, id);
CREATE INDEX ix_incident_status ON incident (status, id);

-- What one person received that has to be deleted.
CREATE TABLE recall_item (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  incident BINARY(16) NOT NULL,
  recipient BINARY(16) NOT NULL,
  organization BINARY(16) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  what VARCHAR(200) NOT NULL,
  times INT NOT NULL,
  first_at DATETIME(6) NOT NULL,
  last_at DATETIME(6) NOT NULL,
  attested_by BINARY(16),
  attested_at DATETIME(6),
  waived_because VARCHAR(1000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE UNIQUE INDEX ux_recall_item ON recall_item (incident, recipient, kind, what);
CREATE INDEX ix_recall_item_open ON recall_item (organization, attested_at);
