-- A file as it lies under DARI_HOME/documents by its id. The bytes never enter the database.
CREATE TABLE document_file (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  organization BINARY(16) NOT NULL,
  name VARCHAR(160) NOT NULL,
  type VARCHAR(20) NOT NULL,
  bytes BIGINT NOT NULL,
  sha256 BINARY(32) NOT NULL,
  scan VARCHAR(20) NOT NULL,
  uploaded_by BINARY(16) NOT NULL,
  uploaded_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_document_file_content ON document_file (organization, sha256);

-- One document of an organisation; what it says stands in its revisions, the present one copied here.
CREATE TABLE document (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  organization BINARY(16) NOT NULL,
  revision INT NOT NULL,
  kind VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  issuer VARCHAR(200) NOT NULL,
  number VARCHAR(100) NOT NULL,
  issued_on DATE NULL,
  expires_on DATE NULL,
  file BINARY(16) NOT NULL,
  reminded_before INT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT fk_document_file FOREIGN KEY (file) REFERENCES document_file (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_document_organization ON document (organization, id);
CREATE INDEX ix_document_expiry ON document (expires_on);

CREATE TABLE document_revision (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  document BINARY(16) NOT NULL,
  revision INT NOT NULL,
  kind VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  issuer VARCHAR(200) NOT NULL,
  number VARCHAR(100) NOT NULL,
  issued_on DATE NULL,
  expires_on DATE NULL,
  file BINARY(16) NOT NULL,
  saved_by BINARY(16) NOT NULL,
  saved_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_document_revision UNIQUE (document, revision),
  CONSTRAINT fk_document_revision FOREIGN KEY (document) REFERENCES document (id),
  CONSTRAINT fk_document_revision_file FOREIGN KEY (file) REFERENCES document_file (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Who besides its own organisation may see a document: a hospital, a call, or the office that verifies organisations.
CREATE TABLE document_grant (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  document BINARY(16) NOT NULL,
  viewer_kind VARCHAR(20) NOT NULL,
  viewer BINARY(16) NOT NULL,
  granted_by BINARY(16) NOT NULL,
  granted_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_document_grant UNIQUE (document, viewer_kind, viewer),
  CONSTRAINT fk_document_grant FOREIGN KEY (document) REFERENCES document (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_document_grant_viewer ON document_grant (viewer_kind, viewer);

-- What a hospital or a call asks for, under its own name of the document.
CREATE TABLE asked_document (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  asker_kind VARCHAR(20) NOT NULL,
  asker BINARY(16) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  name_ko VARCHAR(200) NOT NULL,
  name_en VARCHAR(200) NOT NULL,
  required BOOLEAN NOT NULL,
  note_ko VARCHAR(500) NOT NULL,
  note_en VARCHAR(500) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_asked_document_asker ON asked_document (asker_kind, asker, id);
