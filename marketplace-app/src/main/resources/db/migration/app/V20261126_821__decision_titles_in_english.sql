ALTER TABLE hospital_decision ADD COLUMN offer_title_en VARCHAR(160) NOT NULL DEFAULT '';
UPDATE hospital_decision SET offer_title_en = offer_title;
