CREATE TABLE panel (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  quorum INT NOT NULL,
  vote_days INT NOT NULL,
  appeal_days INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_panel UNIQUE (program_call),
  CONSTRAINT fk_panel_call FOREIGN KEY (program_call) REFERENCES program_call (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE panel_member (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  person BINARY(16) NOT NULL,
  chair BOOLEAN NOT NULL,
  appointed_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_panel_member UNIQUE (program_call, person),
  CONSTRAINT fk_panel_member_panel FOREIGN KEY (program_call) REFERENCES panel (program_call)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_panel_member_person ON panel_member (person);

-- One vote of the panel: on an application, or (subject = the call) on its ranked list.
CREATE TABLE panel_ballot (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  subject BINARY(16) NOT NULL,
  turn INT NOT NULL,
  status VARCHAR(20) NOT NULL,
  outcome VARCHAR(30),
  conditions TEXT NOT NULL,
  minutes TEXT,
  due DATE NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6),
  published_at DATETIME(6),
  CONSTRAINT uq_panel_ballot UNIQUE (subject, turn),
  CONSTRAINT fk_panel_ballot_panel FOREIGN KEY (program_call) REFERENCES panel (program_call)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_panel_ballot_call ON panel_ballot (program_call, status);

CREATE TABLE panel_vote (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  ballot BINARY(16) NOT NULL,
  person BINARY(16) NOT NULL,
  choice VARCHAR(30) NOT NULL,
  reason TEXT NOT NULL,
  conditions TEXT NOT NULL,
  cast_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_panel_vote UNIQUE (ballot, person),
  CONSTRAINT fk_panel_vote_ballot FOREIGN KEY (ballot) REFERENCES panel_ballot (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE panel_recusal (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  person BINARY(16) NOT NULL,
  cause VARCHAR(20) NOT NULL,
  note VARCHAR(1000),
  recused_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_panel_recusal UNIQUE (application, person),
  CONSTRAINT fk_panel_recusal_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
