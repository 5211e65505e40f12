-- How often offers of a hospital stood on the first page of a search, a row a hospital and day; says nothing of who looked.
CREATE TABLE offer_listing (
  hospital BINARY(16) NOT NULL,
  listed_on DATE NOT NULL,
  times BIGINT NOT NULL,
  PRIMARY KEY (hospital, listed_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
