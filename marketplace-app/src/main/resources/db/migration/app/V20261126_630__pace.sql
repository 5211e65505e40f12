-- How long steps took, per step and holder (all zeros: everybody), counted anew from the history every few hours.
CREATE TABLE pace (
  step VARCHAR(40) NOT NULL,
  holder BINARY(16) NOT NULL,
  cases INT NOT NULL,
  median_seconds BIGINT NOT NULL,
  ninth_seconds BIGINT NOT NULL,
  counted_at DATETIME(6) NOT NULL,
  PRIMARY KEY (step, holder)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
