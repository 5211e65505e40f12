-- A project has one part for each dataset of each hospital; the parts share an application and the number before the dash.
ALTER TABLE project ADD CONSTRAINT uq_project_part UNIQUE (application, offer);
ALTER TABLE project DROP INDEX uq_project_application;
ALTER TABLE project ADD COLUMN live_since DATETIME(6);
ALTER TABLE project ADD COLUMN ended_at DATETIME(6);
ALTER TABLE project ADD COLUMN end_reason VARCHAR(1000);
-- When their data was opened was not written down before: their first day stands in for it.
UPDATE project SET live_since = created_at WHERE status = 'LIVE';
