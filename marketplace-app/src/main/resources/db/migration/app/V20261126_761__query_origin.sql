-- From which network a question came, and by which token where a program asked; questions of before do not say.
ALTER TABLE sandbox_query ADD COLUMN network VARCHAR(50) NOT NULL DEFAULT '';
ALTER TABLE sandbox_query ADD COLUMN token BINARY(16);
