-- What a hospital tells its patients of the use of their data, and how they are left out.
CREATE TABLE hospital_page (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  about_ko VARCHAR(2000) NOT NULL,
  about_en VARCHAR(2000) NOT NULL,
  leave_out_ko VARCHAR(4000) NOT NULL,
  leave_out_en VARCHAR(4000) NOT NULL,
  contact VARCHAR(200) NOT NULL,
  phone VARCHAR(40) NOT NULL,
  email VARCHAR(254) NOT NULL,
  changed_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
