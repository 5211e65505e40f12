-- Answers that a hospital's office gives again and again.
CREATE TABLE answer_template (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  organization BINARY(16) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  name VARCHAR(80) NOT NULL,
  body_ko VARCHAR(1000) NOT NULL,
  body_en VARCHAR(1000) NOT NULL,
  changed_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_answer_template ON answer_template (organization, kind, name);
