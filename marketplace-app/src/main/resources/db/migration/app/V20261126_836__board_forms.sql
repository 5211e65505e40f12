-- The questions that a board asks of an application, by version: one that somebody answered is not changed any more.
CREATE TABLE board_form (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  board BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  number INT NOT NULL,
  definition LONGTEXT NOT NULL,
  frozen_at DATETIME(6),
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_board_form UNIQUE (board, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- What was answered to a board: a draft until it is handed in, and then as it was, however often the board sends it back.
CREATE TABLE board_answers (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  approval BINARY(16) NOT NULL,
  form BINARY(16) NOT NULL,
  number INT NOT NULL,
  answers LONGTEXT NOT NULL,
  files LONGTEXT NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  handed_in_at DATETIME(6),
  CONSTRAINT uq_board_answers UNIQUE (approval, number),
  CONSTRAINT fk_board_answers_form FOREIGN KEY (form) REFERENCES board_form (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
