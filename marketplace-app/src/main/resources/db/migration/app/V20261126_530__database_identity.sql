-- One row, written once: tells this database from every other, so that a search index built for another one is not served.
CREATE TABLE database_identity (
  id CHAR(36) NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

INSERT INTO database_identity (id) VALUES (UUID());
