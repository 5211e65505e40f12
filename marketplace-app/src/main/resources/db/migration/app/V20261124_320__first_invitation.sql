-- The first administrator is invited by nobody.
ALTER TABLE invitation MODIFY invited_by BINARY(16) NULL;
