-- What renewals gave is kept apart: acceptance counts the agreed days anew, and overwrote it.
ALTER TABLE sandbox ADD COLUMN renewed_days INT NOT NULL DEFAULT 0;
UPDATE sandbox SET renewed_days =
  (SELECT COALESCE(SUM(r.days), 0) FROM access_renewal r WHERE r.sandbox = sandbox.id AND r.state = 'GRANTED');
