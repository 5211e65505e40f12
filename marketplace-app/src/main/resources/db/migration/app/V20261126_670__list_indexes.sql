-- For lists that are read a page at a time, for what waits, and for counts beside them.
CREATE INDEX ix_introduction_startup_status ON introduction (startup, status, answer_due);
CREATE INDEX ix_introduction_hospital_status ON introduction (hospital, status, answer_due);
CREATE INDEX ix_project_startup_status ON project (startup, status, id);
CREATE INDEX ix_project_hospital_status ON project (hospital, status, id);
CREATE INDEX ix_project_status ON project (status, id);
CREATE INDEX ix_sandbox_startup_status ON sandbox (startup, status, changed_at);
CREATE INDEX ix_sandbox_status ON sandbox (status, id);
CREATE INDEX ix_invoice_status ON invoice (status, id);
CREATE INDEX ix_notification_unread ON notification (account, read_at);
CREATE INDEX ix_hospital_decision_outcome ON hospital_decision (hospital, outcome, id);
CREATE INDEX ix_feasibility_newest ON feasibility_question (hospital, id);
