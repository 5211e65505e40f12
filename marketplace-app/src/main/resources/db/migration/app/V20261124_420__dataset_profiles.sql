-- What a hospital shows of a dataset, a row a version; document is what its agent signed, shown what its steward signed.
CREATE TABLE dataset_profile (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  source VARCHAR(60) NOT NULL,
  number INT NOT NULL,
  status VARCHAR(20) NOT NULL,
  document MEDIUMTEXT,
  shown MEDIUMTEXT,
  shown_hash CHAR(64),
  signer BINARY(16),
  signature VARCHAR(100),
  signed_at DATETIME(6),
  problem VARCHAR(40),
  place VARCHAR(1000),
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_dataset_profile UNIQUE (hospital, source, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
