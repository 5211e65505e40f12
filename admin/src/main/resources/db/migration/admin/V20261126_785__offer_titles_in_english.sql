-- What an application is about is called in both languages; where a hospital wrote no English title, its Korean one stands.
ALTER TABLE application ADD COLUMN offer_title_en VARCHAR(160) NOT NULL DEFAULT '';
UPDATE application SET offer_title_en = offer_title;
