-- What people are writing, until they save it: one row a person, organisation and form.
CREATE TABLE form_draft (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  person BINARY(16) NOT NULL,
  organization BINARY(16) NOT NULL,
  form VARCHAR(60) NOT NULL,
  content MEDIUMTEXT NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_form_draft UNIQUE (person, organization, form)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_form_draft_changed ON form_draft (changed_at);
