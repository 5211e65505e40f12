-- Whoever carries a job as a file is not heard of meanwhile: no other agent is given it for that.
ALTER TABLE agent_job ADD COLUMN carried BOOLEAN NOT NULL DEFAULT FALSE;
