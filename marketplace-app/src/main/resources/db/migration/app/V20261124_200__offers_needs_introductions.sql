CREATE TABLE offer (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  status VARCHAR(20) NOT NULL,
  revision INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_offer_hospital ON offer (hospital, id);
CREATE INDEX ix_offer_status ON offer (status, changed_at);

-- Every revision that was ever published: what an introduction, an application or an agreement refers to.
CREATE TABLE offer_revision (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  offer BINARY(16) NOT NULL,
  revision INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  published_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_offer_revision UNIQUE (offer, revision),
  CONSTRAINT fk_offer_revision FOREIGN KEY (offer) REFERENCES offer (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- What the search index has to catch up with, in order; each node tails it.
CREATE TABLE index_change (
  seq BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(20) NOT NULL,
  subject BINARY(16) NOT NULL,
  happened_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE startup_profile (
  organization BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  changed_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE need (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  startup BINARY(16) NOT NULL,
  status VARCHAR(20) NOT NULL,
  revision INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_need_startup ON need (startup, id);

CREATE TABLE introduction (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  offer BINARY(16) NOT NULL,
  offer_revision INT NOT NULL,
  need BINARY(16) NOT NULL,
  need_revision INT NOT NULL,
  status VARCHAR(20) NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  score INT NOT NULL,
  to_startup INT NOT NULL,
  to_hospital INT NOT NULL,
  need_content MEDIUMTEXT NOT NULL,
  declared_at DATETIME(6) NOT NULL,
  answer_due DATE NOT NULL,
  answered_at DATETIME(6),
  reason VARCHAR(1000),
  CONSTRAINT uq_introduction UNIQUE (offer, need),
  CONSTRAINT ck_introduction CHECK (score BETWEEN 0 AND 100)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_introduction_startup ON introduction (startup, id);
CREATE INDEX ix_introduction_hospital ON introduction (hospital, id);

CREATE TABLE introduction_message (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  introduction BINARY(16) NOT NULL,
  author BINARY(16) NOT NULL,
  organization BINARY(16) NOT NULL,
  language VARCHAR(5) NOT NULL,
  body TEXT NOT NULL,
  written_at DATETIME(6) NOT NULL,
  CONSTRAINT fk_introduction_message FOREIGN KEY (introduction) REFERENCES introduction (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_introduction_message ON introduction_message (introduction, id);
