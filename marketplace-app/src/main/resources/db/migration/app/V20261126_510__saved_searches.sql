-- A search that a person keeps, with the wish to be told what it newly finds.
CREATE TABLE saved_search (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  account BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  need BINARY(16) NOT NULL,
  name VARCHAR(120) NOT NULL,
  query TEXT NOT NULL,
  alert VARCHAR(20) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  look_at DATETIME(6),
  alerted_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_saved_search_account ON saved_search (account, startup, id);
CREATE INDEX ix_saved_search_look ON saved_search (look_at, id);

-- What the person was told, or saw when the search was saved: each revision of an offer once.
CREATE TABLE saved_search_offer (
  search BINARY(16) NOT NULL,
  offer BINARY(16) NOT NULL,
  revision INT NOT NULL,
  PRIMARY KEY (search, offer, revision),
  CONSTRAINT fk_saved_search_offer FOREIGN KEY (search) REFERENCES saved_search (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Links that stop the letters; the letter holds the token, this its SHA-256.
CREATE TABLE saved_search_stop (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  search BINARY(16) NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  CONSTRAINT fk_saved_search_stop FOREIGN KEY (search) REFERENCES saved_search (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
