-- For lists that are read a page at a time, and for what waits, the oldest first.
CREATE INDEX ix_application_call_status ON application (program_call, status);
CREATE INDEX ix_application_call ON application (program_call, id);
CREATE INDEX ix_application_status ON application (status, submitted_at);
CREATE INDEX ix_application_hospital ON application (hospital);
CREATE INDEX ix_review_application_status ON review (application, status);
CREATE INDEX ix_verification_status ON verification_case (status, opened_at);
CREATE INDEX ix_verification_opened ON verification_case (opened_at, id);
CREATE INDEX ix_panel_ballot_status ON panel_ballot (status, id);
