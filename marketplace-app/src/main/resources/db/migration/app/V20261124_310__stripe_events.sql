-- Each event of the payment provider has its effect once: the row is written in the transaction of the effect.
CREATE TABLE stripe_event (
  id VARCHAR(255) NOT NULL PRIMARY KEY,
  type VARCHAR(100) NOT NULL,
  outcome VARCHAR(40) NOT NULL,
  received_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
