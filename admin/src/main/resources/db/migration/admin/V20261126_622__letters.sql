CREATE TABLE letter_template (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  subject_ko VARCHAR(200) NOT NULL,
  body_ko TEXT NOT NULL,
  subject_en VARCHAR(200) NOT NULL,
  body_en TEXT NOT NULL,
  CONSTRAINT uq_letter_template UNIQUE (program_call, kind),
  CONSTRAINT fk_letter_template_call FOREIGN KEY (program_call) REFERENCES program_call (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE letter (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  application BINARY(16) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  subject_ko VARCHAR(300) NOT NULL,
  body_ko TEXT NOT NULL,
  subject_en VARCHAR(300) NOT NULL,
  body_en TEXT NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_letter UNIQUE (application, kind),
  CONSTRAINT fk_letter_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_letter_call ON letter (program_call);
