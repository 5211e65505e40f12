-- What an application's rules rest on beside declarations: figures of firms, lists of exclusions and of other awards,
-- and what a person decided about each thing that was found.
ALTER TABLE application ADD COLUMN confirmed_size VARCHAR(20);

CREATE TABLE firm_figures (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  organization BINARY(16) NOT NULL,
  year_end DATE NOT NULL,
  industry VARCHAR(40) NOT NULL,
  sales_won BIGINT NOT NULL,
  assets_won BIGINT NOT NULL,
  large_group BOOLEAN NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  changed_by BINARY(16) NOT NULL,
  CONSTRAINT uq_firm_figures UNIQUE (organization, year_end)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE debarment (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  registration_number CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  reason VARCHAR(500) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  changed_by BINARY(16) NOT NULL,
  CONSTRAINT uq_debarment UNIQUE (registration_number, starts_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE outside_award (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  registration_number CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  program VARCHAR(200) NOT NULL,
  title VARCHAR(300) NOT NULL,
  hospital VARCHAR(120) NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  won BIGINT,
  imported_at DATETIME(6) NOT NULL,
  imported_by BINARY(16) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_outside_award ON outside_award (registration_number, ends_on);

CREATE TABLE check_decision (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  found CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(20) NOT NULL,
  organization BINARY(16) NOT NULL,
  state VARCHAR(20) NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  size VARCHAR(20),
  reason VARCHAR(1000) NOT NULL,
  evidence TEXT NOT NULL,
  file BINARY(16),
  decided_at DATETIME(6) NOT NULL,
  decided_by BINARY(16) NOT NULL,
  CONSTRAINT fk_check_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_check_decision ON check_decision (application, id);
CREATE INDEX ix_check_decision_file ON check_decision (file);

-- A place of the reserve that cannot move up until somebody decided what was found.
ALTER TABLE ranked_place ADD COLUMN held_at DATETIME(6);
