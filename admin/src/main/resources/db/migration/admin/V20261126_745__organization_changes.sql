-- What a verified organisation asks to have changed of what was verified: in force only once the desk agreed. Both the old and
-- the new stay here. open_for holds the organisation while its request is open, so that there is never a second one.
CREATE TABLE organization_change (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  organization BINARY(16) NOT NULL,
  open_for BINARY(16),
  status VARCHAR(20) NOT NULL,
  name_before VARCHAR(120) NOT NULL,
  name_after VARCHAR(120) NOT NULL,
  english_before VARCHAR(120),
  english_after VARCHAR(120),
  number_before CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number_after CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region_before VARCHAR(40),
  region_after VARCHAR(40),
  address VARCHAR(200) NOT NULL,
  why VARCHAR(1000) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  asked_by BINARY(16) NOT NULL,
  decided_at DATETIME(6),
  decided_by BINARY(16),
  reason VARCHAR(1000),
  CONSTRAINT uq_organization_change_open UNIQUE (open_for)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_organization_change ON organization_change (organization, id);
CREATE INDEX ix_organization_change_status ON organization_change (status, asked_at);
