-- What a reviewer says of themselves: what they know, how much they take, when they are away.
CREATE TABLE reviewer_profile (
  reviewer BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  expertise VARCHAR(4000) NOT NULL,
  languages VARCHAR(20) NOT NULL,
  most_open INT NOT NULL,
  away_until DATE,
  changed_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- With whom a reviewer worked: an organisation, or a person (of one).
CREATE TABLE reviewer_tie (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  reviewer BINARY(16) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  name VARCHAR(160) NOT NULL,
  last_year INT,
  declared_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_reviewer_tie ON reviewer_tie (reviewer, id);

-- Whom an applicant named: with whom they worked, and who should not review.
CREATE TABLE named_person (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  name VARCHAR(160) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  named_at DATETIME(6) NOT NULL,
  CONSTRAINT fk_named_person_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- How a call is reviewed; a call without a row has the defaults.
CREATE TABLE review_terms (
  program_call BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  blind BOOLEAN NOT NULL,
  review_days INT NOT NULL,
  answer_days INT NOT NULL,
  conflict_years INT NOT NULL,
  reserves INT NOT NULL,
  review_language VARCHAR(5) NOT NULL,
  CONSTRAINT fk_review_terms_call FOREIGN KEY (program_call) REFERENCES program_call (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Who is proposed for what, until it is confirmed; afterwards the reserves that may still be invited.
CREATE TABLE proposed_review (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  application BINARY(16) NOT NULL,
  reviewer BINARY(16) NOT NULL,
  reserve BOOLEAN NOT NULL,
  by_hand BOOLEAN NOT NULL,
  fit INT NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_proposed_review UNIQUE (application, reviewer),
  CONSTRAINT fk_proposed_review_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_proposed_review_call ON proposed_review (program_call, reserve);

-- The conflicts that kept somebody away when an assignment was confirmed: proof for an audit.
CREATE TABLE found_conflict (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  application BINARY(16) NOT NULL,
  reviewer BINARY(16) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  party BINARY(16),
  detail VARCHAR(200) NOT NULL,
  found_at DATETIME(6) NOT NULL,
  CONSTRAINT fk_found_conflict_application FOREIGN KEY (application) REFERENCES application (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_found_conflict ON found_conflict (application, reviewer);

-- What a reviewer declared in a blind call: ties to organisations of the call, without knowing whose application is whose.
CREATE TABLE blind_declaration (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  program_call BINARY(16) NOT NULL,
  reviewer BINARY(16) NOT NULL,
  organization BINARY(16) NOT NULL,
  declared_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_blind_declaration UNIQUE (program_call, reviewer, organization)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

ALTER TABLE review ADD COLUMN answer_by DATE;
ALTER TABLE review ADD COLUMN drafted_at DATETIME(6);
ALTER TABLE review ADD COLUMN reminded_early BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE review ADD COLUMN reminded_due BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE review ADD COLUMN replaced_at DATETIME(6);
ALTER TABLE review ADD COLUMN reopened_because VARCHAR(1000);
CREATE INDEX ix_review_status ON review (status, due);
