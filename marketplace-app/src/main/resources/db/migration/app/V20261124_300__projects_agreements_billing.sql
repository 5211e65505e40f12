CREATE TABLE project (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  number VARCHAR(20) NOT NULL,
  application BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  offer BINARY(16) NOT NULL,
  offer_revision INT NOT NULL,
  status VARCHAR(20) NOT NULL,
  title VARCHAR(160) NOT NULL,
  title_en VARCHAR(160) NOT NULL,
  summary_ko TEXT NOT NULL,
  summary_en TEXT NOT NULL,
  benefit TEXT NOT NULL,
  call_title VARCHAR(160) NOT NULL,
  call_title_en VARCHAR(160) NOT NULL,
  approval VARCHAR(20) NOT NULL,
  approval_reference VARCHAR(120),
  approval_until DATE,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_project_number UNIQUE (number),
  CONSTRAINT uq_project_application UNIQUE (application)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_project_startup ON project (startup, id);
CREATE INDEX ix_project_hospital ON project (hospital, id);

-- The last number given in each year: P-2026-0001 and on.
CREATE TABLE project_number (
  in_year INT NOT NULL PRIMARY KEY,
  last_number INT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE agreement (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  status VARCHAR(20) NOT NULL,
  clauses VARCHAR(20) NOT NULL,
  text_ko MEDIUMTEXT NOT NULL,
  text_en MEDIUMTEXT NOT NULL,
  text_hash BINARY(32) NOT NULL,
  valid_until DATE NOT NULL,
  startup_signer BINARY(16),
  startup_signature VARCHAR(100),
  startup_signed_at DATETIME(6),
  hospital_signer BINARY(16),
  hospital_signature VARCHAR(100),
  hospital_signed_at DATETIME(6),
  CONSTRAINT uq_agreement_project UNIQUE (project)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE invoice (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  status VARCHAR(20) NOT NULL,
  price_won BIGINT NOT NULL,
  vat_won BIGINT NOT NULL,
  voucher_won BIGINT NOT NULL,
  own_won BIGINT NOT NULL,
  paid_at DATETIME(6),
  payment_reference VARCHAR(120),
  CONSTRAINT uq_invoice_project UNIQUE (project),
  CONSTRAINT ck_invoice_sum CHECK (price_won + vat_won = voucher_won + own_won)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
