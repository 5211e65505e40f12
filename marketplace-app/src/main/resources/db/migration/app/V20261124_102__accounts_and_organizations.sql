CREATE TABLE account (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  email VARCHAR(254) NOT NULL,
  display_name VARCHAR(100) NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  language VARCHAR(5) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  confirmed_at DATETIME(6),
  CONSTRAINT uq_account_email UNIQUE (email)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE account_token (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  account BINARY(16) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at DATETIME(6),
  CONSTRAINT uq_account_token UNIQUE (token_hash),
  CONSTRAINT fk_account_token FOREIGN KEY (account) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE organization (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  face VARCHAR(20) NOT NULL,
  name VARCHAR(120) NOT NULL,
  english_name VARCHAR(120),
  registration_number CHAR(10) NOT NULL,
  country CHAR(2) NOT NULL,
  region VARCHAR(40),
  verification VARCHAR(20) NOT NULL,
  created_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE INDEX ix_organization_registration_number ON organization (registration_number);

CREATE TABLE membership (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  organization BINARY(16) NOT NULL,
  account BINARY(16) NOT NULL,
  roles VARCHAR(400) NOT NULL,
  since DATETIME(6) NOT NULL,
  CONSTRAINT uq_membership UNIQUE (organization, account),
  CONSTRAINT fk_membership_organization FOREIGN KEY (organization) REFERENCES organization (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_membership_account ON membership (account);

CREATE TABLE invitation (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  organization BINARY(16) NOT NULL,
  email VARCHAR(254) NOT NULL,
  roles VARCHAR(400) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  invited_by BINARY(16) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  accepted_at DATETIME(6),
  CONSTRAINT uq_invitation_token UNIQUE (token_hash),
  CONSTRAINT fk_invitation_organization FOREIGN KEY (organization) REFERENCES organization (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE notification (
  id BINARY(16) NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  account BINARY(16) NOT NULL,
  message_key VARCHAR(120) NOT NULL,
  arguments VARCHAR(1000) NOT NULL,
  link VARCHAR(300) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  read_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE INDEX ix_notification_account ON notification (account, id);
