-- A hospital's boards, the way through them, and the start that a startup wishes for an offer.
CREATE TABLE hospital_board (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  place INT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  name_ko VARCHAR(120) NOT NULL,
  name_en VARCHAR(120) NOT NULL,
  necessity VARCHAR(20) NOT NULL,
  contact VARCHAR(40) NOT NULL,
  lead_days INT NOT NULL,
  median_days INT,
  meeting_week INT,
  meeting_weekday VARCHAR(10)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_hospital_board ON hospital_board (hospital, place);

CREATE TABLE board_meeting (
  board BINARY(16) NOT NULL,
  day DATE NOT NULL,
  PRIMARY KEY (board, day),
  CONSTRAINT fk_board_meeting FOREIGN KEY (board) REFERENCES hospital_board (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What a board asks for: lines of the hospital's own list of documents.
CREATE TABLE board_paper (
  board BINARY(16) NOT NULL,
  asked BINARY(16) NOT NULL,
  PRIMARY KEY (board, asked),
  CONSTRAINT fk_board_paper FOREIGN KEY (board) REFERENCES hospital_board (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE approval_route (
  hospital BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  agreement_days INT NOT NULL,
  preparation_days INT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE approval_wish (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  startup BINARY(16) NOT NULL,
  offer BINARY(16) NOT NULL,
  wished_start DATE,
  papers_ready DATE,
  CONSTRAINT uq_approval_wish UNIQUE (startup, offer)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
