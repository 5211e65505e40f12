-- The hospitals' own decisions as the desk heard of them, one for each hospital and dataset.
CREATE TABLE hospital_outcome (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  dataset BINARY(16) NOT NULL,
  dataset_title VARCHAR(160) NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_hospital_outcome UNIQUE (application, hospital, dataset),
  CONSTRAINT fk_hospital_outcome_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Further hospitals and datasets that an application goes to, beside the one it was begun with.
CREATE TABLE application_dataset (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  introduction BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  dataset BINARY(16) NOT NULL,
  dataset_title VARCHAR(160) NOT NULL,
  added_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_application_dataset UNIQUE (application, introduction),
  CONSTRAINT fk_application_dataset_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
