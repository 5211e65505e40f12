CREATE TABLE appeal (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  application BINARY(16) NOT NULL,
  grounds TEXT NOT NULL,
  former VARCHAR(30) NOT NULL,
  status VARCHAR(20) NOT NULL,
  reason TEXT,
  raised_at DATETIME(6) NOT NULL,
  answered_at DATETIME(6),
  CONSTRAINT uq_appeal UNIQUE (application),
  CONSTRAINT fk_appeal_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE appeal_handler (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  appeal BINARY(16) NOT NULL,
  person BINARY(16) NOT NULL,
  uphold BOOLEAN,
  reason TEXT,
  appointed_at DATETIME(6) NOT NULL,
  answered_at DATETIME(6),
  CONSTRAINT uq_appeal_handler UNIQUE (appeal, person),
  CONSTRAINT fk_appeal_handler_appeal FOREIGN KEY (appeal) REFERENCES appeal (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_appeal_handler_person ON appeal_handler (person);
