-- Every recipe that was set for a sandbox, so that the next one is read beside it.
CREATE TABLE recipe_version (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  sandbox BINARY(16) NOT NULL,
  number INT NOT NULL,
  recipe LONGTEXT NOT NULL,
  hash CHAR(64) NOT NULL,
  author BINARY(16) NOT NULL,
  set_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_recipe_version UNIQUE (sandbox, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO recipe_version (id, version, sandbox, number, recipe, hash, author, set_at)
SELECT id, 0, id, 1, recipe, recipe_hash, recipe_author, changed_at FROM sandbox
WHERE recipe IS NOT NULL AND recipe_hash IS NOT NULL AND recipe_author IS NOT NULL;
