-- Files that a message carries. A file of the wallet stays in the wallet as long as a message carries it.
CREATE TABLE introduction_attachment (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  introduction BINARY(16) NOT NULL,
  message BINARY(16) NOT NULL,
  file BINARY(16) NOT NULL,
  CONSTRAINT fk_introduction_attachment FOREIGN KEY (message) REFERENCES introduction_message (id),
  CONSTRAINT fk_introduction_attachment_file FOREIGN KEY (file) REFERENCES document_file (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_introduction_attachment ON introduction_attachment (introduction, message);
