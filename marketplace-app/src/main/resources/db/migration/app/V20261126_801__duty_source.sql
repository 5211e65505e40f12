-- A board's or panel's condition is a duty; some have to be met before anything is prepared or opened.
ALTER TABLE project_duty ADD COLUMN gates BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE project_duty ADD COLUMN source VARCHAR(20) NOT NULL DEFAULT 'TERMS';
UPDATE project_duty SET source = 'HOSPITAL' WHERE kind = 'CONDITION';
