-- Who sees a published need. Those of before were published when only the hospital that was asked saw them: so it stays.
ALTER TABLE need
  ADD COLUMN audience VARCHAR(20) NOT NULL DEFAULT 'ASKED',
  ADD COLUMN modality VARCHAR(100) NOT NULL DEFAULT '',
  ADD COLUMN disease VARCHAR(100) NOT NULL DEFAULT '';
UPDATE need SET
  modality = COALESCE(JSON_UNQUOTE(JSON_EXTRACT(content, '$.modality')), ''),
  disease = COALESCE(JSON_UNQUOTE(JSON_EXTRACT(content, '$.disease')), '');
CREATE INDEX ix_need_audience ON need (status, audience, id);

-- The hospitals that a startup named for a need.
CREATE TABLE need_viewer (
  need BINARY(16) NOT NULL,
  hospital BINARY(16) NOT NULL,
  PRIMARY KEY (need, hospital),
  CONSTRAINT fk_need_viewer FOREIGN KEY (need) REFERENCES need (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
