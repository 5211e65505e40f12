-- The way of each project through its hospital's boards: what each has to say, and when, and who said what.
CREATE TABLE board_approval (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  board BINARY(16) NOT NULL,
  place INT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  name_ko VARCHAR(120) NOT NULL,
  name_en VARCHAR(120) NOT NULL,
  state VARCHAR(25) NOT NULL,
  tier VARCHAR(10) NOT NULL,
  recipe_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  sitting BINARY(16),
  turn INT NOT NULL,
  submitted_at DATETIME(6),
  changed_at DATETIME(6) NOT NULL,
  reference VARCHAR(120),
  valid_until DATE,
  on_paper BOOLEAN NOT NULL,
  postponements INT NOT NULL,
  note VARCHAR(2000),
  CONSTRAINT uq_board_approval UNIQUE (project, board)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_board_approval_hospital ON board_approval (hospital, state, id);
CREATE INDEX ix_board_approval_startup ON board_approval (startup, state, id);
CREATE INDEX ix_board_approval_sitting ON board_approval (sitting);

-- By when a project's access has to be over: the program's end.
CREATE TABLE program_end (
  project BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  ends_on DATE NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE board_sitting (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  board BINARY(16) NOT NULL,
  day DATE NOT NULL,
  status VARCHAR(10) NOT NULL,
  quorum INT NOT NULL,
  minutes MEDIUMTEXT,
  closed_at DATETIME(6),
  CONSTRAINT uq_board_sitting UNIQUE (board, day)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_board_sitting_hospital ON board_sitting (hospital, day);

CREATE TABLE sitting_attendance (
  sitting BINARY(16) NOT NULL,
  person BINARY(16) NOT NULL,
  PRIMARY KEY (sitting, person),
  CONSTRAINT fk_sitting_attendance FOREIGN KEY (sitting) REFERENCES board_sitting (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE board_vote (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  approval BINARY(16) NOT NULL,
  turn INT NOT NULL,
  voter BINARY(16) NOT NULL,
  choice VARCHAR(25) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  cast_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_board_vote UNIQUE (approval, turn, voter)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE board_recusal (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  approval BINARY(16) NOT NULL,
  person BINARY(16) NOT NULL,
  reason VARCHAR(500) NOT NULL,
  recused_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_board_recusal UNIQUE (approval, person)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE approval_paper (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  approval BINARY(16) NOT NULL,
  file BINARY(16) NOT NULL,
  title VARCHAR(160) NOT NULL,
  by_hospital BOOLEAN NOT NULL,
  added_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_approval_paper ON approval_paper (approval, id);
