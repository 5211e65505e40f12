-- Where the call says so, the program signs an agreement after startup and hospital.
ALTER TABLE agreement
  ADD COLUMN program_signs BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN program_signer BINARY(16),
  ADD COLUMN program_signature VARCHAR(100),
  ADD COLUMN program_signed_at DATETIME(6);
