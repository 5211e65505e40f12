-- Hours a month that a hospital offers of its clinicians, and has promised to what introductions lead to.
CREATE TABLE clinician_time (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  clinician BINARY(16) NOT NULL,
  hours_per_month INT NOT NULL,
  CONSTRAINT uq_clinician_time UNIQUE (hospital, clinician)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE commitment (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  introduction BINARY(16) NOT NULL,
  clinician BINARY(16) NOT NULL,
  hours_per_month INT NOT NULL,
  CONSTRAINT uq_commitment UNIQUE (introduction)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_commitment_hospital ON commitment (hospital);
