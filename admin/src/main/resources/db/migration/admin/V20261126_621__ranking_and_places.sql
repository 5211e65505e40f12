CREATE TABLE bonus_grant (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  application BINARY(16) NOT NULL,
  code VARCHAR(40) NOT NULL,
  points INT NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  granted_at DATETIME(6) NOT NULL,
  granted_by BINARY(16) NOT NULL,
  CONSTRAINT uq_bonus_grant UNIQUE (application, code),
  CONSTRAINT fk_bonus_grant_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_bonus_grant_call ON bonus_grant (program_call);

-- Where an application stands in its call: offered a place, waiting for one, or neither.
CREATE TABLE ranked_place (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  application BINARY(16) NOT NULL,
  place_no INT NOT NULL,
  points DECIMAL(7,2) NOT NULL,
  state VARCHAR(20) NOT NULL,
  conditions TEXT,
  accept_by DATE,
  answered_at DATETIME(6),
  moved_up_at DATETIME(6),
  refilled BOOLEAN NOT NULL,
  published BOOLEAN NOT NULL,
  decided_by BINARY(16) NOT NULL,
  CONSTRAINT uq_ranked_place UNIQUE (application),
  CONSTRAINT fk_ranked_place_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_ranked_place_call ON ranked_place (program_call, place_no);
CREATE INDEX ix_ranked_place_due ON ranked_place (state, accept_by);

CREATE TABLE presentation_slot (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  application BINARY(16) NOT NULL,
  slot_no INT NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  minutes INT NOT NULL,
  place VARCHAR(200) NOT NULL,
  sequence_no INT NOT NULL,
  told_at DATETIME(6),
  CONSTRAINT uq_presentation_application UNIQUE (application),
  CONSTRAINT uq_presentation_slot UNIQUE (program_call, slot_no),
  CONSTRAINT fk_presentation_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
