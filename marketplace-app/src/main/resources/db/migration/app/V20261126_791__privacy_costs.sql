-- What a recipe that synthesises takes from an account of the hospital's privacy ledger; all null for any other recipe.
ALTER TABLE sandbox ADD COLUMN cost_dataset VARCHAR(300);
ALTER TABLE sandbox ADD COLUMN cost_population VARCHAR(300);
ALTER TABLE sandbox ADD COLUMN cost_epsilon VARCHAR(120);
ALTER TABLE sandbox ADD COLUMN cost_delta VARCHAR(120);
ALTER TABLE sandbox ADD COLUMN cost_rho DECIMAL(24,18);
