-- The conversation of those who reviewed an application and of the office. Nobody else learns that it exists.
CREATE TABLE discussion (
  application BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6),
  CONSTRAINT fk_discussion_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE discussion_message (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  author BINARY(16) NOT NULL,
  office BOOLEAN NOT NULL,
  language VARCHAR(5) NOT NULL,
  body TEXT NOT NULL,
  written_at DATETIME(6) NOT NULL,
  CONSTRAINT fk_discussion_message FOREIGN KEY (application) REFERENCES discussion (application)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_discussion_message ON discussion_message (application, id);
