-- A row for each payment at the card provider, to be locked: what is told of one payment takes effect one after another.
CREATE TABLE card_payment (
  id VARCHAR(255) NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
