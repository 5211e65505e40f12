-- Who signs an agreement, in which order; revisions, texts that were asked to change, and a sealed file in place of the text.
CREATE TABLE agreement_party (
  agreement BINARY(16) NOT NULL,
  place INT NOT NULL,
  side VARCHAR(10) NOT NULL,
  organization BINARY(16),
  signer BINARY(16),
  signature VARCHAR(100),
  signed_at DATETIME(6),
  PRIMARY KEY (agreement, place),
  CONSTRAINT fk_agreement_party FOREIGN KEY (agreement) REFERENCES agreement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO agreement_party (agreement, place, side, organization, signer, signature, signed_at)
  SELECT id, 0, 'STARTUP', startup, startup_signer, startup_signature, startup_signed_at FROM agreement;
INSERT INTO agreement_party (agreement, place, side, organization, signer, signature, signed_at)
  SELECT id, 1, 'HOSPITAL', hospital, hospital_signer, hospital_signature, hospital_signed_at FROM agreement;

ALTER TABLE agreement ADD COLUMN revision INT NOT NULL DEFAULT 1;
ALTER TABLE agreement ADD COLUMN sealed_file BINARY(16);
ALTER TABLE agreement ADD COLUMN end_reason VARCHAR(2000);
ALTER TABLE agreement ADD COLUMN ended_at DATETIME(6);
ALTER TABLE agreement ADD COLUMN drafted_because VARCHAR(2000);
ALTER TABLE agreement ADD CONSTRAINT uq_agreement_revision UNIQUE (project, revision);
ALTER TABLE agreement DROP INDEX uq_agreement_project;

CREATE TABLE agreement_change (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  agreement BINARY(16) NOT NULL,
  line INT NOT NULL,
  before_ko TEXT NOT NULL,
  before_en TEXT NOT NULL,
  after_ko TEXT NOT NULL,
  after_en TEXT NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  asked_by BINARY(16) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  state VARCHAR(10) NOT NULL,
  answer VARCHAR(2000),
  answered_at DATETIME(6),
  CONSTRAINT fk_agreement_change FOREIGN KEY (agreement) REFERENCES agreement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_agreement_change ON agreement_change (agreement, id);
