-- A hospital asks a startup: this offer, for that need. Need and match are kept as they were when it asked.
CREATE TABLE hospital_invitation (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  startup BINARY(16) NOT NULL,
  offer BINARY(16) NOT NULL,
  offer_revision INT NOT NULL,
  need BINARY(16) NOT NULL,
  need_revision INT NOT NULL,
  need_content MEDIUMTEXT NOT NULL,
  status VARCHAR(20) NOT NULL,
  language VARCHAR(5) NOT NULL,
  message TEXT NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  score INT NOT NULL,
  to_startup INT NOT NULL,
  to_hospital INT NOT NULL,
  invited_at DATETIME(6) NOT NULL,
  answer_due DATE NOT NULL,
  answered_at DATETIME(6),
  reason VARCHAR(1000),
  introduction BINARY(16),
  -- Both only while it waits for the answer: one question at a time about a need, and no more at a time than there are places.
  open_need BINARY(16),
  open_place INT,
  CONSTRAINT uq_hospital_invitation_need UNIQUE (hospital, open_need),
  CONSTRAINT uq_hospital_invitation_place UNIQUE (hospital, open_place),
  CONSTRAINT ck_hospital_invitation CHECK (score BETWEEN 0 AND 100)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_hospital_invitation_hospital ON hospital_invitation (hospital, id);
CREATE INDEX ix_hospital_invitation_startup ON hospital_invitation (startup, id);
CREATE INDEX ix_hospital_invitation_need ON hospital_invitation (need, status);
CREATE INDEX ix_hospital_invitation_due ON hospital_invitation (status, answer_due);
