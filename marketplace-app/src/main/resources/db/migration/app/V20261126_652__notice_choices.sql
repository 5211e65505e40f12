-- Which notices come by e-mail when, chosen by each person; whose organisation a notice is for; and the person's own zone.
ALTER TABLE account ADD COLUMN time_zone VARCHAR(64) NOT NULL DEFAULT 'Asia/Seoul';

ALTER TABLE notification ADD COLUMN organization BINARY(16);
ALTER TABLE notification ADD COLUMN letter VARCHAR(10) NOT NULL DEFAULT 'SENT';
ALTER TABLE notification ADD COLUMN stop_hash BINARY(32);
CREATE INDEX ix_notification_letter ON notification (letter, account);
CREATE INDEX ix_notification_stop ON notification (stop_hash);

CREATE TABLE notice_choice (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  account BINARY(16) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  delivery VARCHAR(10) NOT NULL,
  CONSTRAINT uq_notice_choice UNIQUE (account, kind),
  CONSTRAINT fk_notice_choice_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- One digest a day at an hour of the person's own; the hash of the last digest's link that stops them.
CREATE TABLE notice_digest (
  account BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  hour_of_day INT NOT NULL,
  last_day DATE,
  stop_hash BINARY(32),
  CONSTRAINT fk_notice_digest_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_notice_digest_stop ON notice_digest (stop_hash);
