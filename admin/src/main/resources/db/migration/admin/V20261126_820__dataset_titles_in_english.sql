-- A further dataset of an application is called in both languages, as the first is; what an answer is about is named by the application.
ALTER TABLE application_dataset ADD COLUMN dataset_title_en VARCHAR(160) NOT NULL DEFAULT '';
UPDATE application_dataset SET dataset_title_en = dataset_title;
ALTER TABLE hospital_outcome DROP COLUMN dataset_title;
