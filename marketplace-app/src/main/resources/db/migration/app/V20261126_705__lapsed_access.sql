-- Conditions whose lapse stopped access, with commas between.
ALTER TABLE sandbox ADD COLUMN lapsed VARCHAR(200);
