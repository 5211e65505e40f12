-- What citizens ask about a project in the register, and what they were answered. The e-mail goes with the answer.
CREATE TABLE public_question (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  project BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  state VARCHAR(20) NOT NULL,
  text VARCHAR(2000) NOT NULL,
  language VARCHAR(5) NOT NULL,
  email VARCHAR(254),
  asked_at DATETIME(6) NOT NULL,
  answer_by DATE NOT NULL,
  answer VARCHAR(4000),
  answered_by BINARY(16),
  answered_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_public_question_project ON public_question (project, state, id);
CREATE INDEX ix_public_question_hospital ON public_question (hospital, state, id);
CREATE INDEX ix_public_question_state ON public_question (state, id);
