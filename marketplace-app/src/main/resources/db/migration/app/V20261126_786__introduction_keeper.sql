-- Who of a hospital holds a conversation with a startup.
CREATE TABLE introduction_keeper (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  introduction BINARY(16) NOT NULL,
  account BINARY(16) NOT NULL,
  since DATETIME(6) NOT NULL,
  note VARCHAR(600) NOT NULL,
  CONSTRAINT uq_introduction_keeper UNIQUE (introduction)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
