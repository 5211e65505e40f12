-- Each text that a hospital published for its patients stays readable, with its number and its day.
CREATE TABLE hospital_page_version (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hospital BINARY(16) NOT NULL,
  number INT NOT NULL,
  about_ko VARCHAR(2000) NOT NULL,
  about_en VARCHAR(2000) NOT NULL,
  leave_out_ko VARCHAR(4000) NOT NULL,
  leave_out_en VARCHAR(4000) NOT NULL,
  contact VARCHAR(200) NOT NULL,
  phone VARCHAR(40) NOT NULL,
  email VARCHAR(254) NOT NULL,
  published_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_hospital_page_version UNIQUE (hospital, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO hospital_page_version (id, version, hospital, number, about_ko, about_en, leave_out_ko, leave_out_en,
  contact, phone, email, published_at)
SELECT id, 0, id, 1, about_ko, about_en, leave_out_ko, leave_out_en, contact, phone, email, changed_at FROM hospital_page;
DROP TABLE hospital_page;
