-- The day of each source's list of patients who asked to be left out, as the agent last told it: name=day, comma-separated.
-- behind: sources whose list is older than one that was told before.
ALTER TABLE hospital_agent
  ADD COLUMN exclusion_lists VARCHAR(4000) NOT NULL DEFAULT '',
  ADD COLUMN exclusions_behind VARCHAR(4000) NOT NULL DEFAULT '';
