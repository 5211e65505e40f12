-- Counted up when a payment page expired or a payment failed, so that the next page is another one.
ALTER TABLE invoice ADD COLUMN card_attempt INT NOT NULL DEFAULT 0;

-- Each event of the payment provider has its effect once: the row is written in the transaction of the effect.
CREATE TABLE card_event (
  id VARCHAR(255) NOT NULL PRIMARY KEY,
  type VARCHAR(100) NOT NULL,
  outcome VARCHAR(20),
  project BINARY(16),
  received_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_card_event_outcome ON card_event (outcome, received_at);
