-- Forms that were sent, by the mark each form carries: sent twice, done once. Kept for a day.
CREATE TABLE submission (
  mark BINARY(16) NOT NULL PRIMARY KEY,
  account BINARY(16) NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  led_to VARCHAR(2000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_submission_sent ON submission (sent_at);
