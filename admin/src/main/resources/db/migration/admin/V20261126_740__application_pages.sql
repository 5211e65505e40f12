-- A page of a call's applications is found, and the rest counted, without reading the applications themselves.
CREATE INDEX ix_application_page ON application (program_call, id, status);
DROP INDEX ix_application_call ON application;
-- What a reviewer owes and did is counted without reading the reviews.
CREATE INDEX ix_review_tally ON review (reviewer, status, application, due, replaced_at);
