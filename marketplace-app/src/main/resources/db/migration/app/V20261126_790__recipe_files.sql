-- The public files that a recipe names (domain, code lists, hierarchies): they travel with it and are part of its hash.
CREATE TABLE recipe_file (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  name VARCHAR(330) NOT NULL,
  content MEDIUMTEXT NOT NULL,
  CONSTRAINT uq_recipe_file UNIQUE (sandbox, name),
  CONSTRAINT fk_recipe_file FOREIGN KEY (sandbox) REFERENCES sandbox (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
