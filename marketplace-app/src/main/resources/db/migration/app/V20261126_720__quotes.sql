-- What a hospital asks of a startup it talks with, one row a version.
CREATE TABLE quote (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  introduction BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  number INT NOT NULL,
  origin VARCHAR(20) NOT NULL,
  status VARCHAR(20) NOT NULL,
  gate VARCHAR(20) NOT NULL,
  valid_until DATE NOT NULL,
  note VARCHAR(1000) NOT NULL,
  price_won BIGINT NOT NULL,
  vat_won BIGINT NOT NULL,
  project BINARY(16),
  written_at DATETIME(6) NOT NULL,
  answered_at DATETIME(6),
  reason VARCHAR(1000),
  CONSTRAINT uq_quote_number UNIQUE (introduction, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_quote_startup ON quote (startup, status);
CREATE INDEX ix_quote_project ON quote (project);

CREATE TABLE quote_line (
  quote BINARY(16) NOT NULL,
  line INT NOT NULL,
  name_ko VARCHAR(120) NOT NULL,
  name_en VARCHAR(120) NOT NULL,
  budget_line VARCHAR(20) NOT NULL,
  quantity INT NOT NULL,
  unit VARCHAR(20) NOT NULL,
  unit_won BIGINT NOT NULL,
  taxed BOOLEAN NOT NULL,
  PRIMARY KEY (quote, line)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
