-- A startup's questions are taken one after the other: two in the same instant would both find the last one of the month free.
CREATE TABLE feasibility_turn (
  startup BINARY(16) NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
