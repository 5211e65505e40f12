-- A meeting of two introduced sides: proposed with several times, agreed with one.
CREATE TABLE meeting (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  introduction BINARY(16) NOT NULL,
  proposer BINARY(16) NOT NULL,
  guest BINARY(16) NOT NULL,
  author BINARY(16) NOT NULL,
  status VARCHAR(20) NOT NULL,
  last_slot DATETIME(6) NOT NULL,
  minutes INT NOT NULL,
  place VARCHAR(300) NOT NULL,
  note VARCHAR(1000) NOT NULL,
  agreed DATETIME(6),
  reason VARCHAR(500),
  sequence INT NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  -- The introduction while the proposal waits: one at a time.
  open_introduction BINARY(16),
  CONSTRAINT uq_meeting_open UNIQUE (open_introduction),
  CONSTRAINT fk_meeting FOREIGN KEY (introduction) REFERENCES introduction (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_meeting_introduction ON meeting (introduction, id);
CREATE INDEX ix_meeting_proposer ON meeting (proposer, status);
CREATE INDEX ix_meeting_guest ON meeting (guest, status);
CREATE INDEX ix_meeting_status ON meeting (status, last_slot);

CREATE TABLE meeting_slot (
  meeting BINARY(16) NOT NULL,
  starts_at DATETIME(6) NOT NULL,
  PRIMARY KEY (meeting, starts_at),
  CONSTRAINT fk_meeting_slot FOREIGN KEY (meeting) REFERENCES meeting (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
