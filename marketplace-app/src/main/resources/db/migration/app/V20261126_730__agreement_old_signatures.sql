-- Who signed stands in agreement_party since 710; a second copy of a person's name and signature serves nobody.
ALTER TABLE agreement DROP COLUMN startup_signer;
ALTER TABLE agreement DROP COLUMN startup_signature;
ALTER TABLE agreement DROP COLUMN startup_signed_at;
ALTER TABLE agreement DROP COLUMN hospital_signer;
ALTER TABLE agreement DROP COLUMN hospital_signature;
ALTER TABLE agreement DROP COLUMN hospital_signed_at;
